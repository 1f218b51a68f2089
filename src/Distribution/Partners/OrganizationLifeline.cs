using GraphApi.Distribution.Sectors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Partners;

/// <summary>A lifeline an organization sustains.</summary>
sealed class OrganizationLifeline
{
    /// <summary>The organization.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>The lifeline.</summary>
    public required Guid LifelineId { get; init; }

    /// <summary>The organization.</summary>
    public Organization Organization { get; init; } = null!;

    /// <summary>The lifeline.</summary>
    public CommunityLifeline Lifeline { get; init; } = null!;
}

file sealed class OrganizationLifelineMapping : IEntityTypeConfiguration<OrganizationLifeline>
{
    public void Configure(EntityTypeBuilder<OrganizationLifeline> builder)
    {
        builder.ToTable("organization_lifelines");
        builder.HasKey(o => new { o.OrganizationId, o.LifelineId });
        builder.HasOne(l => l.Organization).WithMany(o => o.Lifelines).HasForeignKey(l => l.OrganizationId);
        builder.HasOne(l => l.Lifeline).WithMany().HasForeignKey(l => l.LifelineId);
    }
}
