using GraphApi.Distribution.Centers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Products;

/// <summary>A center that made a product together with its originator. It gives the center's staff nothing.</summary>
sealed class ProductCoOriginator
{
    /// <summary>The product.</summary>
    public required Guid ProductId { get; init; }

    /// <summary>The center.</summary>
    public required Guid CenterId { get; init; }

    /// <summary>The product.</summary>
    public Product Product { get; init; } = null!;

    /// <summary>The center.</summary>
    public FusionCenter Center { get; init; } = null!;
}

file sealed class ProductCoOriginatorMapping : IEntityTypeConfiguration<ProductCoOriginator>
{
    public void Configure(EntityTypeBuilder<ProductCoOriginator> builder)
    {
        builder.ToTable("product_co_originators");
        builder.HasKey(c => new { c.ProductId, c.CenterId });
        builder.HasOne(c => c.Product).WithMany(p => p.CoOriginators).HasForeignKey(c => c.ProductId);
        builder.HasOne(c => c.Center).WithMany().HasForeignKey(c => c.CenterId);
    }
}
