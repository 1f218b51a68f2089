using GraphApi.Distribution.Disciplines;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Products;

/// <summary>A discipline a product is for.</summary>
sealed class ProductDiscipline
{
    /// <summary>The product.</summary>
    public required Guid ProductId { get; init; }

    /// <summary>The discipline.</summary>
    public required Guid DisciplineId { get; init; }

    /// <summary>The product.</summary>
    public Product Product { get; init; } = null!;

    /// <summary>The discipline.</summary>
    public Discipline Discipline { get; init; } = null!;
}

file sealed class ProductDisciplineMapping : IEntityTypeConfiguration<ProductDiscipline>
{
    public void Configure(EntityTypeBuilder<ProductDiscipline> builder)
    {
        builder.ToTable("product_disciplines");
        builder.HasKey(p => new { p.ProductId, p.DisciplineId });
        builder.HasOne(l => l.Product).WithMany(p => p.Disciplines).HasForeignKey(l => l.ProductId);
        builder.HasOne(l => l.Discipline).WithMany().HasForeignKey(l => l.DisciplineId);
    }
}
