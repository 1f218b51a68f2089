using GraphApi.Distribution.Sectors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Products;

/// <summary>A lifeline a product is about.</summary>
sealed class ProductLifeline
{
    /// <summary>The product.</summary>
    public required Guid ProductId { get; init; }

    /// <summary>The lifeline.</summary>
    public required Guid LifelineId { get; init; }

    /// <summary>The product.</summary>
    public Product Product { get; init; } = null!;

    /// <summary>The lifeline.</summary>
    public CommunityLifeline Lifeline { get; init; } = null!;
}

file sealed class ProductLifelineMapping : IEntityTypeConfiguration<ProductLifeline>
{
    public void Configure(EntityTypeBuilder<ProductLifeline> builder)
    {
        builder.ToTable("product_lifelines");
        builder.HasKey(p => new { p.ProductId, p.LifelineId });
        builder.HasOne(l => l.Product).WithMany(p => p.Lifelines).HasForeignKey(l => l.ProductId);
        builder.HasOne(l => l.Lifeline).WithMany().HasForeignKey(l => l.LifelineId);
    }
}
