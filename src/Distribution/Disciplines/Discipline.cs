using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Disciplines;

/// <summary>A discipline that partners work in.</summary>
sealed class Discipline
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Our code, such as <c>FIRE_SERVICE</c>; stable and unique.</summary>
    public required string Code { get; init; }

    /// <summary>The name shown.</summary>
    public required string Name { get; init; }

    /// <summary>Counts its changes, from 1.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public required DateTime UpdatedAt { get; init; }
}

file sealed class DisciplineMapping : IEntityTypeConfiguration<Discipline>
{
    public void Configure(EntityTypeBuilder<Discipline> builder)
    {
        builder.ToTable("disciplines");
    }
}
