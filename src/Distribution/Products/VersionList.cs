using GraphApi.Distribution.Lists;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Products;

/// <summary>
/// A list that a version is meant for. Part of the draft: it is reviewed with it, and publication names no list that is
/// not here.
/// </summary>
sealed class VersionList
{
    /// <summary>The version.</summary>
    public required Guid VersionId { get; init; }

    /// <summary>The list.</summary>
    public required Guid ListId { get; init; }

    /// <summary>The version.</summary>
    public ProductVersion Version { get; init; } = null!;

    /// <summary>The list.</summary>
    public DistributionList List { get; init; } = null!;
}

file sealed class VersionListMapping : IEntityTypeConfiguration<VersionList>
{
    public void Configure(EntityTypeBuilder<VersionList> builder)
    {
        builder.ToTable("version_lists");
        builder.HasKey(l => new { l.VersionId, l.ListId });
        builder.HasOne(l => l.Version).WithMany(v => v.IntendedLists).HasForeignKey(l => l.VersionId);
        builder.HasOne(l => l.List).WithMany().HasForeignKey(l => l.ListId);
    }
}
