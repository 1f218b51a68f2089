using GraphApi.Distribution.Partners;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Access;

/// <summary>That a person completed a course. <see cref="TrainingRules"/> says what depends on it.</summary>
sealed class TrainingRecord
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Which course.</summary>
    public required TrainingCourse Course { get; init; }

    /// <summary>The first day on which it counts.</summary>
    public required DateOnly CompletedOn { get; init; }

    /// <summary>The first day on which it no longer counts.</summary>
    public required DateOnly ExpiresOn { get; init; }

    /// <summary>Counts its changes, from 1.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public required DateTime UpdatedAt { get; init; }

    /// <summary>Who.</summary>
    public Person Person { get; init; } = null!;
}

file sealed class TrainingRecordMapping : IEntityTypeConfiguration<TrainingRecord>
{
    public void Configure(EntityTypeBuilder<TrainingRecord> builder)
    {
        builder.ToTable("training_records");
        builder.HasOne(r => r.Person).WithMany(p => p.TrainingRecords).HasForeignKey(r => r.PersonId);
    }
}
