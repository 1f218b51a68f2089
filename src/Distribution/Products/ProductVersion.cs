using GraphApi.Data.Bindings;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.AccessRecords;
using GraphApi.Distribution.Centers;
using GraphApi.Distribution.Ledger;
using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.Publishing;
using GraphApi.Distribution.Receipts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Products;

/// <summary>One version of a product. Once published it does not change.</summary>
sealed class ProductVersion : IGuardedRow, IRecordedSubject
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The product.</summary>
    public required Guid ProductId { get; init; }

    /// <summary>The center that made it.</summary>
    public required Guid OriginatorId { get; init; }

    /// <summary>Its number within the product, from 1.</summary>
    public int Number { get; init; }

    /// <summary>Where it stands in its life.</summary>
    public required VersionState State { get; init; }

    /// <summary>What it changes against the version before.</summary>
    public required ChangeKind ChangeKind { get; init; }

    /// <summary>The portion that is its title; null only before it is reviewed.</summary>
    public Guid? TitlePortionId { get; init; }

    /// <summary>The portion that is its summary; null where it has none.</summary>
    public Guid? SummaryPortionId { get; init; }

    /// <summary>How soon a recipient should read it.</summary>
    public required Urgency Urgency { get; init; }

    /// <summary>What it is meant to be used for.</summary>
    public required IntendedUse[] IntendedUses { get; init; }

    /// <summary>When it starts to be valid, UTC; null until published.</summary>
    public DateTime? ValidFrom { get; init; }

    /// <summary>When it ends to be valid, UTC; null: open-ended.</summary>
    public DateTime? ValidUntil { get; init; }

    /// <summary>Before this time nobody outside the center may see it, UTC; null: no embargo.</summary>
    public DateTime? ReleaseAt { get; init; }

    /// <summary>
    /// When it was first given to review, UTC: from then on its center's privacy officers see it. Null: it was not.
    /// </summary>
    public DateTime? SubmittedAt { get; init; }

    /// <summary>When it was published, UTC; null until then.</summary>
    public DateTime? PublishedAt { get; init; }

    /// <summary>SHA-256 over its portions in order, 64 hexadecimal digits.</summary>
    public required string ContentHash { get; init; }

    /// <summary>What a reader must hold to see its title: bits of Requirement.</summary>
    public long Requires { get; init; }

    /// <summary>
    /// What a reader must hold to see every portion: the bits of Requirement of all of them together.
    /// </summary>
    public long RequiresThroughout { get; init; }

    /// <summary>Whether the originator lets readers know that portions are withheld from them.</summary>
    public bool DisclosesWithholding { get; init; }

    /// <summary>What it waits for before its release; not a column. Null: it does not, or no more.</summary>
    public VersionWait? WaitsFor { get; init; }

    /// <summary>Whether portions are withheld from the reader; not a column.</summary>
    public bool IsWithheldFromReader { get; init; }

    /// <summary>What its analysts wrote down for themselves; null: nothing.</summary>
    public string? AnalystNotes { get; init; }

    /// <summary>Whether release to the public was approved.</summary>
    public bool IsPublicReleaseApproved { get; init; }

    /// <summary>Whether it was released before its privacy review, for imminent danger to life or property.</summary>
    public bool IsEmergencyRelease { get; init; }

    /// <summary>The day its privacy review concurred; null: not reviewed.</summary>
    public DateOnly? PrivacyReviewedOn { get; init; }

    /// <summary>Counts its changes, from 1.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public required DateTime UpdatedAt { get; init; }

    /// <inheritdoc/>
    public long Readable { get; init; }

    /// <inheritdoc/>
    public RecordSubject? SubjectFor(Viewer viewer) => RecordSubject.Background(Id, OriginatorId);

    /// <summary>The product.</summary>
    public Product Product { get; init; } = null!;

    /// <summary>The center that made it.</summary>
    public FusionCenter Originator { get; init; } = null!;

    /// <summary>The portion that is its title.</summary>
    public Portion? Title { get; init; }

    /// <summary>The portion that is its summary.</summary>
    public Portion? Summary { get; init; }

    /// <summary>Its portions.</summary>
    public ICollection<Portion> Portions { get; init; } = null!;

    /// <summary>Who wrote it.</summary>
    public ICollection<VersionAuthor> Authors { get; init; } = null!;

    /// <summary>Where what it says comes from.</summary>
    public ICollection<SourceReference> SourceReferences { get; init; } = null!;

    /// <summary>Who let it pass.</summary>
    public ICollection<VersionApproval> Approvals { get; init; } = null!;

    /// <summary>The lists it is meant for.</summary>
    public ICollection<VersionList> IntendedLists { get; init; } = null!;

    /// <summary>The persons and organizations it is meant for by name.</summary>
    public ICollection<VersionRecipient> IntendedRecipients { get; init; } = null!;

    /// <summary>What was done to it.</summary>
    public ICollection<VersionEvent> History { get; init; } = null!;

    /// <summary>Its publications.</summary>
    public ICollection<Publication> Publications { get; init; } = null!;

    /// <summary>Its privacy reviews.</summary>
    public ICollection<PrivacyReview> PrivacyReviews { get; init; } = null!;

    /// <summary>Why it may be out; null: it was never released.</summary>
    public ReleaseClearance? Clearance { get; init; }

    /// <summary>Who may have it, and why.</summary>
    public ICollection<Entitlement> Entitlements { get; init; } = null!;

    /// <summary>To whom it was given.</summary>
    public ICollection<Delivery> Deliveries { get; init; } = null!;

    /// <summary>What one person asked for and a second is to confirm; null: nothing.</summary>
    public EmergencyRequest? EmergencyRequest { get; init; }

    /// <summary>Whether the reader is asked to acknowledge it; not a column.</summary>
    public bool IsAcknowledgementRequired { get; init; }

    /// <summary>When the reader acknowledged it, UTC; null: not yet; not a column.</summary>
    public DateTime? AcknowledgedAt { get; init; }

    /// <summary>Who acknowledged it.</summary>
    public ICollection<Receipt> Receipts { get; init; } = null!;

    /// <summary>What readers say of it.</summary>
    public ICollection<Feedback> Feedback { get; init; } = null!;
}

file sealed class ProductVersionMapping : IEntityTypeConfiguration<ProductVersion>
{
    public void Configure(EntityTypeBuilder<ProductVersion> builder)
    {
        builder.ToTable("product_versions");
        builder.Ignore(row => row.Readable);
        builder.Ignore(v => v.IsWithheldFromReader);
        builder.Ignore(v => v.WaitsFor);
        builder.Ignore(v => v.IsAcknowledgementRequired);
        builder.Ignore(v => v.AcknowledgedAt);
        builder.PrimitiveCollection(p => p.IntendedUses)
            .ElementType(element => element.HasConversion<string>());
        builder.HasOne(v => v.Product).WithMany(p => p.Versions).HasForeignKey(v => v.ProductId);
        builder.HasOne(v => v.Originator).WithMany().HasForeignKey(v => v.OriginatorId);
        builder.HasOne(v => v.Title).WithMany().HasForeignKey(v => v.TitlePortionId);
        builder.HasOne(v => v.Summary).WithMany().HasForeignKey(v => v.SummaryPortionId);
    }
}
