using GraphApi.Distribution.Sectors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Partners;

/// <summary>A sector an organization works in.</summary>
sealed class OrganizationSector
{
    /// <summary>The organization.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>The sector.</summary>
    public required Guid SectorId { get; init; }

    /// <summary>Whether it is the organization's main sector.</summary>
    public bool IsPrimary { get; init; }

    /// <summary>The organization.</summary>
    public Organization Organization { get; init; } = null!;

    /// <summary>The sector.</summary>
    public Sector Sector { get; init; } = null!;
}

file sealed class OrganizationSectorMapping : IEntityTypeConfiguration<OrganizationSector>
{
    public void Configure(EntityTypeBuilder<OrganizationSector> builder)
    {
        builder.ToTable("organization_sectors");
        builder.HasKey(o => new { o.OrganizationId, o.SectorId });
        builder.HasOne(l => l.Organization).WithMany(o => o.Sectors).HasForeignKey(l => l.OrganizationId);
        builder.HasOne(l => l.Sector).WithMany().HasForeignKey(l => l.SectorId);
    }
}
