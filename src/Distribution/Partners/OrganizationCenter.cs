using GraphApi.Distribution.Centers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Partners;

/// <summary>A center an organization is a customer of.</summary>
sealed class OrganizationCenter
{
    /// <summary>The organization.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>The center.</summary>
    public required Guid CenterId { get; init; }

    /// <summary>The organization.</summary>
    public Organization Organization { get; init; } = null!;

    /// <summary>The center.</summary>
    public FusionCenter Center { get; init; } = null!;
}

file sealed class OrganizationCenterMapping : IEntityTypeConfiguration<OrganizationCenter>
{
    public void Configure(EntityTypeBuilder<OrganizationCenter> builder)
    {
        builder.ToTable("organization_centers");
        builder.HasKey(o => new { o.OrganizationId, o.CenterId });
        builder.HasOne(l => l.Organization).WithMany(o => o.HomeCenters).HasForeignKey(l => l.OrganizationId);
        builder.HasOne(l => l.Center).WithMany().HasForeignKey(l => l.CenterId);
    }
}
