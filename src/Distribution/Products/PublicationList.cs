using GraphApi.Distribution.Lists;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Products;

/// <summary>A list that a publication went to.</summary>
sealed class PublicationList
{
    /// <summary>The publication.</summary>
    public required Guid PublicationId { get; init; }

    /// <summary>The list.</summary>
    public required Guid ListId { get; init; }

    /// <summary>The publication.</summary>
    public Publication Publication { get; init; } = null!;

    /// <summary>The list.</summary>
    public DistributionList List { get; init; } = null!;
}

file sealed class PublicationListMapping : IEntityTypeConfiguration<PublicationList>
{
    public void Configure(EntityTypeBuilder<PublicationList> builder)
    {
        builder.ToTable("publication_lists");
        builder.HasKey(p => new { p.PublicationId, p.ListId });
        builder.HasOne(l => l.Publication).WithMany(p => p.Lists).HasForeignKey(l => l.PublicationId);
        builder.HasOne(l => l.List).WithMany().HasForeignKey(l => l.ListId);
    }
}
