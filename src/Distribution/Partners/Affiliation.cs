using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Partners;

/// <summary>A national affiliation of an organization. It never gives access by itself.</summary>
sealed class Affiliation
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The organization.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>What kind of affiliation.</summary>
    public required AffiliationKind Kind { get; init; }

    /// <summary>The name of the chapter, sector or body.</summary>
    public required string Name { get; init; }

    /// <summary>Since when; null: not known.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Counts its changes, from 1.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public required DateTime UpdatedAt { get; init; }

    /// <summary>The organization.</summary>
    public Organization Organization { get; init; } = null!;
}

file sealed class AffiliationMapping : IEntityTypeConfiguration<Affiliation>
{
    public void Configure(EntityTypeBuilder<Affiliation> builder)
    {
        builder.ToTable("affiliations");
        builder.HasOne(a => a.Organization).WithMany(o => o.Affiliations).HasForeignKey(a => a.OrganizationId);
    }
}
