using GraphApi.Distribution.Sectors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Products;

/// <summary>A topic a product is about.</summary>
sealed class ProductTopic
{
    /// <summary>The product.</summary>
    public required Guid ProductId { get; init; }

    /// <summary>The topic.</summary>
    public required Guid TopicId { get; init; }

    /// <summary>The product.</summary>
    public Product Product { get; init; } = null!;

    /// <summary>The topic.</summary>
    public Topic Topic { get; init; } = null!;
}

file sealed class ProductTopicMapping : IEntityTypeConfiguration<ProductTopic>
{
    public void Configure(EntityTypeBuilder<ProductTopic> builder)
    {
        builder.ToTable("product_topics");
        builder.HasKey(p => new { p.ProductId, p.TopicId });
        builder.HasOne(l => l.Product).WithMany(p => p.Topics).HasForeignKey(l => l.ProductId);
        builder.HasOne(l => l.Topic).WithMany().HasForeignKey(l => l.TopicId);
    }
}
