using GraphApi.Distribution.Jurisdictions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Partners;

/// <summary>A jurisdiction an organization works in.</summary>
sealed class OrganizationJurisdiction
{
    /// <summary>The organization.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>The jurisdiction.</summary>
    public required Guid JurisdictionId { get; init; }

    /// <summary>The organization.</summary>
    public Organization Organization { get; init; } = null!;

    /// <summary>The jurisdiction.</summary>
    public Jurisdiction Jurisdiction { get; init; } = null!;
}

file sealed class OrganizationJurisdictionMapping : IEntityTypeConfiguration<OrganizationJurisdiction>
{
    public void Configure(EntityTypeBuilder<OrganizationJurisdiction> builder)
    {
        builder.ToTable("organization_jurisdictions");
        builder.HasKey(o => new { o.OrganizationId, o.JurisdictionId });
        builder.HasOne(l => l.Organization).WithMany(o => o.Jurisdictions).HasForeignKey(l => l.OrganizationId);
        builder.HasOne(l => l.Jurisdiction).WithMany().HasForeignKey(l => l.JurisdictionId);
    }
}
