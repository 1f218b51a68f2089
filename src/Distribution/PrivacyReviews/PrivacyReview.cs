using GraphApi.Data.Bindings;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.AccessRecords;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>A privacy, civil rights and civil liberties review of a version.</summary>
sealed class PrivacyReview : IGuardedRow, IRecordedSubject
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The version.</summary>
    public required Guid VersionId { get; init; }

    /// <summary>The center that made the version.</summary>
    public required Guid OriginatorId { get; init; }

    /// <summary>What kind of review it is.</summary>
    public required PrivacyReviewKind Kind { get; init; }

    /// <summary>Where it stands.</summary>
    public required PrivacyReviewState State { get; init; }

    /// <summary>The version of the checklist it follows.</summary>
    public required string Checklist { get; init; }

    /// <summary>Who asked for it.</summary>
    public required Guid RequestedById { get; init; }

    /// <summary>When it was asked for, UTC.</summary>
    public required DateTime RequestedAt { get; init; }

    /// <summary>Who reviews; null: not assigned.</summary>
    public Guid? ReviewerId { get; init; }

    /// <summary>When it is due, UTC.</summary>
    public required DateTime DueAt { get; init; }

    /// <summary>What it came to; null: not signed.</summary>
    public ReviewOutcome? Outcome { get; init; }

    /// <summary>Why; null: not signed.</summary>
    public string? Rationale { get; init; }

    /// <summary>What the reviewer wrote down for the center's own use; null: nothing.</summary>
    public string? Notes { get; init; }

    /// <summary>When it was signed, UTC; null: not signed.</summary>
    public DateTime? SignedAt { get; init; }

    /// <summary>Who put its objection before the director; null: nobody.</summary>
    public Guid? EscalatedById { get; init; }

    /// <summary>When it was put there, UTC; null: it was not.</summary>
    public DateTime? EscalatedAt { get; init; }

    /// <summary>The director who is to decide, or did; null: it was not escalated.</summary>
    public Guid? DeciderId { get; init; }

    /// <summary>Who of counsel was heard before the decision, and what was advised; null: not decided.</summary>
    public string? Counsel { get; init; }

    /// <summary>The reasons of the decision; null: not decided.</summary>
    public string? Decision { get; init; }

    /// <summary>When it was decided, UTC; null: it was not.</summary>
    public DateTime? DecidedAt { get; init; }

    /// <summary>Counts its changes, from 1.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public required DateTime UpdatedAt { get; init; }

    /// <summary>Whether it is past due, and somebody has something left to do; not a column.</summary>
    public bool IsOverdue { get; init; }

    /// <inheritdoc/>
    public long Readable { get; init; }

    /// <inheritdoc/>
    public RecordSubject? SubjectFor(Viewer viewer) => RecordSubject.Background(VersionId, OriginatorId);

    /// <summary>The version.</summary>
    public ProductVersion Version { get; init; } = null!;

    /// <summary>Who asked for it.</summary>
    public Person RequestedBy { get; init; } = null!;

    /// <summary>Who reviews.</summary>
    public Person? Reviewer { get; init; }

    /// <summary>Who put its objection before the director.</summary>
    public Person? EscalatedBy { get; init; }

    /// <summary>The director who is to decide, or did.</summary>
    public Person? Decider { get; init; }

    /// <summary>What was answered to its checklist.</summary>
    public ICollection<ReviewAnswer> Answers { get; init; } = null!;

    /// <summary>What was done in it.</summary>
    public ICollection<ReviewEvent> Events { get; init; } = null!;

    /// <summary>What it found.</summary>
    public ICollection<PrivacyFinding> Findings { get; init; } = null!;
}

file sealed class PrivacyReviewMapping : IEntityTypeConfiguration<PrivacyReview>
{
    public void Configure(EntityTypeBuilder<PrivacyReview> builder)
    {
        builder.ToTable("privacy_reviews");
        builder.Ignore(row => row.Readable);
        builder.Ignore(row => row.IsOverdue);
        builder.HasOne(r => r.Version).WithMany(v => v.PrivacyReviews).HasForeignKey(r => r.VersionId);
        builder.HasOne(r => r.RequestedBy).WithMany().HasForeignKey(r => r.RequestedById);
        builder.HasOne(r => r.Reviewer).WithMany().HasForeignKey(r => r.ReviewerId);
        builder.HasOne(r => r.EscalatedBy).WithMany().HasForeignKey(r => r.EscalatedById);
        builder.HasOne(r => r.Decider).WithMany().HasForeignKey(r => r.DeciderId);
    }
}
