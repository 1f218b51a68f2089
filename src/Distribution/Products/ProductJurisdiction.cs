using GraphApi.Distribution.Jurisdictions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Products;

/// <summary>A jurisdiction a product is about.</summary>
sealed class ProductJurisdiction
{
    /// <summary>The product.</summary>
    public required Guid ProductId { get; init; }

    /// <summary>The jurisdiction.</summary>
    public required Guid JurisdictionId { get; init; }

    /// <summary>The product.</summary>
    public Product Product { get; init; } = null!;

    /// <summary>The jurisdiction.</summary>
    public Jurisdiction Jurisdiction { get; init; } = null!;
}

file sealed class ProductJurisdictionMapping : IEntityTypeConfiguration<ProductJurisdiction>
{
    public void Configure(EntityTypeBuilder<ProductJurisdiction> builder)
    {
        builder.ToTable("product_jurisdictions");
        builder.HasKey(p => new { p.ProductId, p.JurisdictionId });
        builder.HasOne(l => l.Product).WithMany(p => p.Jurisdictions).HasForeignKey(l => l.ProductId);
        builder.HasOne(l => l.Jurisdiction).WithMany().HasForeignKey(l => l.JurisdictionId);
    }
}
