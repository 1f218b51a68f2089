using GraphApi.Distribution.Products;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Lists;

/// <summary>
/// That a product is current on a list: a view of the rights. It tells where a product went; whether a viewer may see
/// the product is the product's own rule.
/// </summary>
sealed class ListProduct
{
    /// <summary>The list.</summary>
    public required Guid ListId { get; init; }

    /// <summary>The product.</summary>
    public required Guid ProductId { get; init; }

    /// <summary>When it was or will be published to the list, UTC.</summary>
    public required DateTime EffectiveAt { get; init; }

    /// <summary>From when on it is no longer valid, UTC; null: open-ended.</summary>
    public DateTime? ExpiresAt { get; init; }

    /// <summary>The list.</summary>
    public DistributionList List { get; init; } = null!;

    /// <summary>The product.</summary>
    public Product Product { get; init; } = null!;
}

file sealed class ListProductMapping : IEntityTypeConfiguration<ListProduct>
{
    public void Configure(EntityTypeBuilder<ListProduct> builder)
    {
        builder.ToView("list_products");
        builder.HasKey(l => new { l.ListId, l.ProductId });
        builder.HasOne(l => l.List).WithMany(l => l.Products).HasForeignKey(l => l.ListId);
        builder.HasOne(l => l.Product).WithMany().HasForeignKey(l => l.ProductId);
    }
}
