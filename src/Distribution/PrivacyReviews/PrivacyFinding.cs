using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>One finding of a review.</summary>
sealed class PrivacyFinding
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The review.</summary>
    public required Guid ReviewId { get; init; }

    /// <summary>The center that made the version.</summary>
    public required Guid OriginatorId { get; init; }

    /// <summary>The portion it is about; null: the whole version.</summary>
    public string? PortionKey { get; init; }

    /// <summary>What it is about.</summary>
    public required FindingCategory Category { get; init; }

    /// <summary>How much it weighs.</summary>
    public required FindingSeverity Severity { get; init; }

    /// <summary>What must be done.</summary>
    public required string RequiredAction { get; init; }

    /// <summary>What was done; null: nothing yet.</summary>
    public string? Resolution { get; init; }

    /// <summary>Counts its changes, from 1.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public required DateTime UpdatedAt { get; init; }

    /// <summary>The review.</summary>
    public PrivacyReview Review { get; init; } = null!;
}

file sealed class PrivacyFindingMapping : IEntityTypeConfiguration<PrivacyFinding>
{
    public void Configure(EntityTypeBuilder<PrivacyFinding> builder)
    {
        builder.ToTable("privacy_findings");
        builder.HasOne(f => f.Review).WithMany(r => r.Findings).HasForeignKey(f => f.ReviewId);
    }
}
