using GraphApi.Distribution.Partners;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Lists;

/// <summary>
/// That an organization is on a list, by itself, through its people or through its software: a view of the
/// memberships.
/// </summary>
sealed class ListOrganization
{
    /// <summary>The list.</summary>
    public required Guid ListId { get; init; }

    /// <summary>The organization.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>The center that owns the list.</summary>
    public required Guid CenterId { get; init; }

    /// <summary>
    /// When the last of these memberships ends, UTC: at its end, or after the day by which it must be confirmed.
    /// </summary>
    public required DateTime EndsAt { get; init; }

    /// <summary>The list.</summary>
    public DistributionList List { get; init; } = null!;

    /// <summary>The organization.</summary>
    public Organization Organization { get; init; } = null!;
}

file sealed class ListOrganizationMapping : IEntityTypeConfiguration<ListOrganization>
{
    public void Configure(EntityTypeBuilder<ListOrganization> builder)
    {
        builder.ToView("list_organizations");
        builder.HasKey(l => new { l.ListId, l.OrganizationId });
        builder.HasOne(l => l.List).WithMany(l => l.MemberOrganizations).HasForeignKey(l => l.ListId);
        builder.HasOne(l => l.Organization).WithMany().HasForeignKey(l => l.OrganizationId);
    }
}
