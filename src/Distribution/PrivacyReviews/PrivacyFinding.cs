using GraphApi.Distribution.Access;
using GraphApi.Distribution.AccessRecords;
using GraphApi.Distribution.Partners;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>One finding of a review.</summary>
sealed class PrivacyFinding : IRecordedSubject
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The review.</summary>
    public required Guid ReviewId { get; init; }

    /// <summary>The version that is reviewed; not a column.</summary>
    public Guid VersionId { get; init; }

    /// <summary>The center that made the version.</summary>
    public required Guid OriginatorId { get; init; }

    /// <summary>The portion it is about; null: the whole version.</summary>
    public string? PortionKey { get; init; }

    /// <summary>What it is about.</summary>
    public required FindingCategory Category { get; init; }

    /// <summary>How much it weighs.</summary>
    public required FindingSeverity Severity { get; init; }

    /// <summary>Where it comes from.</summary>
    public FindingOrigin Origin { get; init; }

    /// <summary>What the scan took the text for; null: a reviewer's finding.</summary>
    public PersonalInformationKind? TextKind { get; init; }

    /// <summary>
    /// Where in the text of its portion it begins, in UTF-16 code units from 0, as the text was when it was found;
    /// null: a reviewer's finding.
    /// </summary>
    public int? TextStart { get; init; }

    /// <summary>How long it is there, in UTF-16 code units; null: a reviewer's finding.</summary>
    public int? TextLength { get; init; }

    /// <summary>What must be done.</summary>
    public required string RequiredAction { get; init; }

    /// <summary>What the authors did about it, in their words; null: they have not answered.</summary>
    public string? Answer { get; init; }

    /// <summary>Who answered; null: nobody.</summary>
    public Guid? AnsweredById { get; init; }

    /// <summary>When it was answered, UTC; null: it was not.</summary>
    public DateTime? AnsweredAt { get; init; }

    /// <summary>How the reviewer settled it; null: it is open.</summary>
    public string? Resolution { get; init; }

    /// <summary>Who settled it; null: nobody, or it is not known.</summary>
    public Guid? ResolvedById { get; init; }

    /// <summary>When it was settled, UTC; null: it was not, or it is not known.</summary>
    public DateTime? ResolvedAt { get; init; }

    /// <inheritdoc/>
    public RecordSubject? SubjectFor(Viewer viewer) => RecordSubject.Background(VersionId, OriginatorId);

    /// <summary>Counts its changes, from 1.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public required DateTime UpdatedAt { get; init; }

    /// <summary>The review.</summary>
    public PrivacyReview Review { get; init; } = null!;

    /// <summary>Who answered.</summary>
    public Person? AnsweredBy { get; init; }

    /// <summary>Who settled it.</summary>
    public Person? ResolvedBy { get; init; }
}

file sealed class PrivacyFindingMapping : IEntityTypeConfiguration<PrivacyFinding>
{
    public void Configure(EntityTypeBuilder<PrivacyFinding> builder)
    {
        builder.ToTable("privacy_findings");
        builder.Ignore(f => f.VersionId);
        builder.HasOne(f => f.Review).WithMany(r => r.Findings).HasForeignKey(f => f.ReviewId);
        builder.HasOne(f => f.AnsweredBy).WithMany().HasForeignKey(f => f.AnsweredById);
        builder.HasOne(f => f.ResolvedBy).WithMany().HasForeignKey(f => f.ResolvedById);
    }
}
