using GraphApi.Distribution.Access;
using GraphApi.Distribution.Partners;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Lists;

/// <summary>A membership: one person, organization or machine client on one list.</summary>
sealed class ListMembership
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The list.</summary>
    public required Guid ListId { get; init; }

    /// <summary>The center that owns the list.</summary>
    public required Guid CenterId { get; init; }

    /// <summary>The member, where it is a person.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The member, where it is an organization.</summary>
    public Guid? OrganizationId { get; init; }

    /// <summary>The member, where it is a machine client.</summary>
    public Guid? ServiceClientId { get; init; }

    /// <summary>What the member is on the list.</summary>
    public required MembershipRole Role { get; init; }

    /// <summary>Where the membership stands.</summary>
    public required MembershipState State { get; init; }

    /// <summary>Why the member is on the list.</summary>
    public required string Basis { get; init; }

    /// <summary>Who vouched for the member; null: nobody.</summary>
    public Guid? SponsorId { get; init; }

    /// <summary>When it was asked for, UTC.</summary>
    public required DateTime RequestedAt { get; init; }

    /// <summary>Who decided; null: not decided.</summary>
    public Guid? DecidedById { get; init; }

    /// <summary>When it was granted, UTC; null: not granted.</summary>
    public DateTime? GrantedAt { get; init; }

    /// <summary>When it ends, UTC; null: open-ended.</summary>
    public DateTime? ExpiresAt { get; init; }

    /// <summary>The day by which it must be confirmed; null: none.</summary>
    public DateOnly? RecertifyBy { get; init; }

    /// <summary>Why it ended; null: it has not.</summary>
    public string? EndedReason { get; init; }

    /// <summary>Counts its changes, from 1.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public required DateTime UpdatedAt { get; init; }

    /// <summary>The list.</summary>
    public DistributionList List { get; init; } = null!;

    /// <summary>The member, where it is a person.</summary>
    public Person? Person { get; init; }

    /// <summary>The member, where it is an organization.</summary>
    public Organization? Organization { get; init; }

    /// <summary>The member, where it is a machine client.</summary>
    public ServiceClient? ServiceClient { get; init; }

    /// <summary>Who vouched for the member.</summary>
    public Person? Sponsor { get; init; }
}

file sealed class ListMembershipMapping : IEntityTypeConfiguration<ListMembership>
{
    public void Configure(EntityTypeBuilder<ListMembership> builder)
    {
        builder.ToTable("list_memberships");
        builder.HasOne(m => m.List).WithMany(l => l.Memberships).HasForeignKey(m => m.ListId);
        builder.HasOne(m => m.Person).WithMany().HasForeignKey(m => m.PersonId);
        builder.HasOne(m => m.Organization).WithMany().HasForeignKey(m => m.OrganizationId);
        builder.HasOne(m => m.ServiceClient).WithMany().HasForeignKey(m => m.ServiceClientId);
        builder.HasOne(m => m.Sponsor).WithMany().HasForeignKey(m => m.SponsorId);
    }
}
