using System.Linq.Expressions;
using GraphApi.Distribution.Centers;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.AccessGrants;

/// <summary>
/// Content opened to one person for a time, because two persons wanted it and said why: the only way to content that is
/// no right of one's own. The database keeps no foreign keys here: the record outlives what it is about.
/// </summary>
sealed class AccessGrant
{
    /// <summary>The longest a break-glass grant may last.</summary>
    public static readonly TimeSpan LongestBreakGlass = TimeSpan.FromHours(4);

    /// <summary>How long a request waits for a decision.</summary>
    public static readonly TimeSpan RequestLifetime = TimeSpan.FromHours(24);

    /// <summary>Whether it is over at a moment, whatever is stored.</summary>
    public static readonly Expression<Func<DistributionContext, AccessGrant, AccessGrantState>> StateNow =
        (context, grant) =>
            (grant.State == AccessGrantState.Requested || grant.State == AccessGrantState.Open)
            && grant.ExpiresAt <= context.Now
                ? AccessGrantState.Expired
                : grant.State;

    /// <summary>Its id. For one product it is also the audience that the grantee's rights stand under.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it is for.</summary>
    public required AccessGrantKind Kind { get; init; }

    /// <summary>Where it stands, as it is stored; the clock may say more (<see cref="StateAt"/>).</summary>
    public required AccessGrantState State { get; init; }

    /// <summary>Where it stands at the moment of reading; not a column.</summary>
    public AccessGrantState PresentState { get; init; }

    /// <summary>Who asked for it, and reads by it.</summary>
    public required Guid GranteeId { get; init; }

    /// <summary>His name when he asked.</summary>
    public required string GranteeName { get; init; }

    /// <summary>The center whose content is opened.</summary>
    public required Guid OriginatorId { get; init; }

    /// <summary>The product that is opened; null: all of the center.</summary>
    public Guid? ProductId { get; init; }

    /// <summary>Why it is needed.</summary>
    public required string Reason { get; init; }

    /// <summary>How long it is to last from its approval on, in minutes.</summary>
    public required int Minutes { get; init; }

    /// <summary>When it was asked for, UTC.</summary>
    public required DateTime RequestedAt { get; init; }

    /// <summary>When it was approved, UTC; null: it was not.</summary>
    public DateTime? StartsAt { get; init; }

    /// <summary>When it is over, UTC: of a request when nobody can approve it any more.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>Who approved or declined it; null: nobody did.</summary>
    public Guid? DecidedById { get; init; }

    /// <summary>His name when he did; null: nobody did.</summary>
    public string? DecidedByName { get; init; }

    /// <summary>Counts its changes, from 1.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public required DateTime UpdatedAt { get; init; }

    /// <summary>The center whose content is opened.</summary>
    public FusionCenter Originator { get; init; } = null!;

    /// <summary>The product that is opened.</summary>
    public Product? Product { get; init; }

    /// <summary>Who asked for it.</summary>
    public Person? Grantee { get; init; }

    /// <summary>What was done to it.</summary>
    public ICollection<AccessGrantEvent> Events { get; init; } = null!;

    /// <summary>Where it stands at a moment.</summary>
    public AccessGrantState StateAt(DateTime now) =>
        State is AccessGrantState.Requested or AccessGrantState.Open && ExpiresAt <= now
            ? AccessGrantState.Expired
            : State;
}

file sealed class AccessGrantMapping : IEntityTypeConfiguration<AccessGrant>
{
    public void Configure(EntityTypeBuilder<AccessGrant> builder)
    {
        builder.ToTable("access_grants");
        builder.Ignore(g => g.PresentState);
        builder.HasOne(g => g.Originator).WithMany().HasForeignKey(g => g.OriginatorId);
        builder.HasOne(g => g.Product).WithMany().HasForeignKey(g => g.ProductId);
        builder.HasOne(g => g.Grantee).WithMany().HasForeignKey(g => g.GranteeId);
    }
}
