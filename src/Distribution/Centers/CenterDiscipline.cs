using GraphApi.Distribution.Disciplines;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Centers;

/// <summary>A discipline a center serves.</summary>
sealed class CenterDiscipline
{
    /// <summary>The center.</summary>
    public required Guid CenterId { get; init; }

    /// <summary>The discipline.</summary>
    public required Guid DisciplineId { get; init; }

    /// <summary>The center.</summary>
    public FusionCenter Center { get; init; } = null!;

    /// <summary>The discipline.</summary>
    public Discipline Discipline { get; init; } = null!;
}

file sealed class CenterDisciplineMapping : IEntityTypeConfiguration<CenterDiscipline>
{
    public void Configure(EntityTypeBuilder<CenterDiscipline> builder)
    {
        builder.ToTable("center_disciplines");
        builder.HasKey(c => new { c.CenterId, c.DisciplineId });
        builder.HasOne(l => l.Center).WithMany(c => c.Disciplines).HasForeignKey(l => l.CenterId);
        builder.HasOne(l => l.Discipline).WithMany().HasForeignKey(l => l.DisciplineId);
    }
}
