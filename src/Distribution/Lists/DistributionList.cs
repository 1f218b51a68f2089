using GraphApi.Data.Bindings;
using GraphApi.Distribution.Centers;
using GraphApi.Distribution.Products;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Lists;

/// <summary>A distribution list: an audience that products are published to.</summary>
sealed class DistributionList : IGuardedRow
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The center that owns it.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>What it is for.</summary>
    public required string Purpose { get; init; }

    /// <summary>How it gets its members.</summary>
    public required DistributionListKind Kind { get; init; }

    /// <summary>The narrowest TLP that may be published to it.</summary>
    public required Tlp TlpCeiling { get; init; }

    /// <summary>The sensitivities that may be published to it.</summary>
    public required Sensitivity[] CeilingSensitivities { get; init; }

    /// <summary>The types of product it is for; empty: all.</summary>
    public required ProductType[] ProductTypes { get; init; }

    /// <summary>How one gets on it.</summary>
    public required JoinPolicy JoinPolicy { get; init; }

    /// <summary>Who may know its members.</summary>
    public required MembershipVisibility MembershipVisibility { get; init; }

    /// <summary>Days after which a membership must be confirmed.</summary>
    public int RecertifyEveryDays { get; init; }

    /// <summary>Whether it is in use.</summary>
    public required DistributionListState State { get; init; }

    /// <summary>
    /// The audience of its member organizations' clients, for TLP:AMBER and wider; null: it does not extend to
    /// clients.
    /// </summary>
    public Guid? ClientAudienceId { get; init; }

    /// <summary>
    /// Its active members when they last changed. Kept here because a reader may know how many there are without
    /// knowing
    /// any of them; whoever writes memberships counts anew.
    /// </summary>
    public int MemberCount { get; init; }

    /// <summary>What the system it was imported from calls it; null: not imported.</summary>
    public string? ExternalReference { get; init; }

    /// <summary>The batch of generated rows it belongs to; null for a real one.</summary>
    public string? SyntheticBatch { get; init; }

    /// <summary>Counts its changes, from 1.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public required DateTime UpdatedAt { get; init; }

    /// <inheritdoc/>
    public long Readable { get; init; }

    /// <summary>The center that owns it.</summary>
    public FusionCenter Owner { get; init; } = null!;

    /// <summary>Its memberships.</summary>
    public ICollection<ListMembership> Memberships { get; init; } = null!;

    /// <summary>The organizations that are on it.</summary>
    public ICollection<ListOrganization> MemberOrganizations { get; init; } = null!;

    /// <summary>What is current on it.</summary>
    public ICollection<ListProduct> Products { get; init; } = null!;

    /// <summary>Its size as it is told to who may not know the number; not a column.</summary>
    public MemberCountBucket MemberCountBucket { get; init; }
}

file sealed class DistributionListMapping : IEntityTypeConfiguration<DistributionList>
{
    public void Configure(EntityTypeBuilder<DistributionList> builder)
    {
        builder.ToTable("distribution_lists");
        builder.Ignore(row => row.Readable);
        builder.Ignore(l => l.MemberCountBucket);
        builder.PrimitiveCollection(d => d.CeilingSensitivities)
            .ElementType(element => element.HasConversion<string>());
        builder.PrimitiveCollection(d => d.ProductTypes)
            .ElementType(element => element.HasConversion<string>());
        builder.HasOne(l => l.Owner).WithMany(c => c.Lists).HasForeignKey(l => l.OwnerId);
    }
}
