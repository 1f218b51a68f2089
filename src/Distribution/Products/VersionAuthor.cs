using GraphApi.Distribution.Partners;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Products;

/// <summary>Somebody who wrote a version. Known to the originator's staff only.</summary>
sealed class VersionAuthor
{
    /// <summary>The version.</summary>
    public required Guid VersionId { get; init; }

    /// <summary>Who wrote it.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The center that made the version.</summary>
    public required Guid OriginatorId { get; init; }

    /// <summary>The version.</summary>
    public ProductVersion Version { get; init; } = null!;

    /// <summary>Who wrote it.</summary>
    public Person Person { get; init; } = null!;
}

file sealed class VersionAuthorMapping : IEntityTypeConfiguration<VersionAuthor>
{
    public void Configure(EntityTypeBuilder<VersionAuthor> builder)
    {
        builder.ToTable("version_authors");
        builder.HasKey(v => new { v.VersionId, v.PersonId });
        builder.HasOne(l => l.Version).WithMany(v => v.Authors).HasForeignKey(l => l.VersionId);
        builder.HasOne(l => l.Person).WithMany().HasForeignKey(l => l.PersonId);
    }
}
