using GraphApi.Distribution.Sectors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Products;

/// <summary>A sector a product is about.</summary>
sealed class ProductSector
{
    /// <summary>The product.</summary>
    public required Guid ProductId { get; init; }

    /// <summary>The sector.</summary>
    public required Guid SectorId { get; init; }

    /// <summary>The product.</summary>
    public Product Product { get; init; } = null!;

    /// <summary>The sector.</summary>
    public Sector Sector { get; init; } = null!;
}

file sealed class ProductSectorMapping : IEntityTypeConfiguration<ProductSector>
{
    public void Configure(EntityTypeBuilder<ProductSector> builder)
    {
        builder.ToTable("product_sectors");
        builder.HasKey(p => new { p.ProductId, p.SectorId });
        builder.HasOne(l => l.Product).WithMany(p => p.Sectors).HasForeignKey(l => l.ProductId);
        builder.HasOne(l => l.Sector).WithMany().HasForeignKey(l => l.SectorId);
    }
}
