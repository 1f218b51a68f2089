using GraphApi.Distribution.Disciplines;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Partners;

/// <summary>A discipline an organization works in.</summary>
sealed class OrganizationDiscipline
{
    /// <summary>The organization.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>The discipline.</summary>
    public required Guid DisciplineId { get; init; }

    /// <summary>The organization.</summary>
    public Organization Organization { get; init; } = null!;

    /// <summary>The discipline.</summary>
    public Discipline Discipline { get; init; } = null!;
}

file sealed class OrganizationDisciplineMapping : IEntityTypeConfiguration<OrganizationDiscipline>
{
    public void Configure(EntityTypeBuilder<OrganizationDiscipline> builder)
    {
        builder.ToTable("organization_disciplines");
        builder.HasKey(o => new { o.OrganizationId, o.DisciplineId });
        builder.HasOne(l => l.Organization).WithMany(o => o.Disciplines).HasForeignKey(l => l.OrganizationId);
        builder.HasOne(l => l.Discipline).WithMany().HasForeignKey(l => l.DisciplineId);
    }
}
