using GraphApi.Data.Bindings;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.AccessRecords;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>One step of a review. The database refuses to change or delete it.</summary>
sealed class ReviewEvent : IGuardedRow, IRecordedSubject
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The review.</summary>
    public required Guid ReviewId { get; init; }

    /// <summary>The version that is reviewed; not a column.</summary>
    public Guid VersionId { get; init; }

    /// <summary>The center that made the version.</summary>
    public required Guid OriginatorId { get; init; }

    /// <summary>What was done.</summary>
    public required ReviewStep Step { get; init; }

    /// <summary>Where the review stood before; null: it was made by this.</summary>
    public PrivacyReviewState? FromState { get; init; }

    /// <summary>Where it stood after.</summary>
    public required PrivacyReviewState ToState { get; init; }

    /// <summary>The review's revision that it led to.</summary>
    public required int Revision { get; init; }

    /// <summary>Who did it.</summary>
    public required Guid ActorId { get; init; }

    /// <summary>His name when he did.</summary>
    public required string ActorName { get; init; }

    /// <summary>Why, in his words; null: the step asks for no reason.</summary>
    public string? Reason { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime OccurredAt { get; init; }

    /// <inheritdoc/>
    public long Readable { get; init; }

    /// <inheritdoc/>
    public RecordSubject? SubjectFor(Viewer viewer) => RecordSubject.Background(VersionId, OriginatorId);

    /// <summary>The review.</summary>
    public PrivacyReview Review { get; init; } = null!;
}

file sealed class ReviewEventMapping : IEntityTypeConfiguration<ReviewEvent>
{
    public void Configure(EntityTypeBuilder<ReviewEvent> builder)
    {
        builder.ToTable("review_events");
        builder.Ignore(row => row.VersionId);
        builder.Ignore(row => row.Readable);
        builder.HasOne(e => e.Review).WithMany(r => r.Events).HasForeignKey(e => e.ReviewId);
    }
}
