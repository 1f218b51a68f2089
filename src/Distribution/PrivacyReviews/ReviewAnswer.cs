using GraphApi.Distribution.Access;
using GraphApi.Distribution.AccessRecords;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>What the reviewer answered to one item of the checklist.</summary>
sealed class ReviewAnswer : IRecordedSubject
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The review.</summary>
    public required Guid ReviewId { get; init; }

    /// <summary>The version that is reviewed; not a column.</summary>
    public Guid VersionId { get; init; }

    /// <summary>The center that made the version.</summary>
    public required Guid OriginatorId { get; init; }

    /// <summary>The key of the item (<see cref="ReviewChecklist"/>).</summary>
    public required string Item { get; init; }

    /// <summary>The answer.</summary>
    public required ChecklistAnswer Answer { get; init; }

    /// <summary>What there is to say about it; null: nothing.</summary>
    public string? Comment { get; init; }

    /// <summary>Counts its changes, from 1.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public required DateTime UpdatedAt { get; init; }

    /// <inheritdoc/>
    public RecordSubject? SubjectFor(Viewer viewer) => RecordSubject.Background(VersionId, OriginatorId);

    /// <summary>The review.</summary>
    public PrivacyReview Review { get; init; } = null!;
}

file sealed class ReviewAnswerMapping : IEntityTypeConfiguration<ReviewAnswer>
{
    public void Configure(EntityTypeBuilder<ReviewAnswer> builder)
    {
        builder.ToTable("review_answers");
        builder.Ignore(row => row.VersionId);
        builder.HasOne(a => a.Review).WithMany(r => r.Answers).HasForeignKey(a => a.ReviewId);
    }
}
