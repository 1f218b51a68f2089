using GraphApi.Distribution.Jurisdictions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Centers;

/// <summary>A jurisdiction a center is responsible for.</summary>
sealed class CenterJurisdiction
{
    /// <summary>The center.</summary>
    public required Guid CenterId { get; init; }

    /// <summary>The jurisdiction.</summary>
    public required Guid JurisdictionId { get; init; }

    /// <summary>The center.</summary>
    public FusionCenter Center { get; init; } = null!;

    /// <summary>The jurisdiction.</summary>
    public Jurisdiction Jurisdiction { get; init; } = null!;
}

file sealed class CenterJurisdictionMapping : IEntityTypeConfiguration<CenterJurisdiction>
{
    public void Configure(EntityTypeBuilder<CenterJurisdiction> builder)
    {
        builder.ToTable("center_jurisdictions");
        builder.HasKey(c => new { c.CenterId, c.JurisdictionId });
        builder.HasOne(l => l.Center).WithMany(c => c.AreaOfResponsibility).HasForeignKey(l => l.CenterId);
        builder.HasOne(l => l.Jurisdiction).WithMany().HasForeignKey(l => l.JurisdictionId);
    }
}
