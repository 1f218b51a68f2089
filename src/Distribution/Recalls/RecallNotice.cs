using GraphApi.Data.Bindings;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.AccessRecords;
using GraphApi.Distribution.Centers;
using GraphApi.Distribution.Products;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Recalls;

/// <summary>
/// That a product must not be used any more, or was corrected: told to everybody who has it, and all that is left to
/// those who cannot see it any more. What it says never changes; the database keeps no foreign keys to what it is
/// about.
/// </summary>
sealed class RecallNotice : IGuardedRow, IRecordedSubject
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The product.</summary>
    public required Guid ProductId { get; init; }

    /// <summary>The center that made it.</summary>
    public required Guid OriginatorId { get; init; }

    /// <summary>The number readers cite; null: it had none.</summary>
    public string? PublicNumber { get; init; }

    /// <summary>Which of the eight types the product is.</summary>
    public required ProductType ProductType { get; init; }

    /// <summary>Whether the product was made for an exercise.</summary>
    public required bool IsExercise { get; init; }

    /// <summary>When the newest of the versions was published, UTC.</summary>
    public DateTime? PublishedAt { get; init; }

    /// <summary>The numbers of the versions it is about, from the lowest.</summary>
    public required int[] VersionNumbers { get; init; }

    /// <summary>SHA-256 over the portions of the newest of the versions, 64 hexadecimal digits.</summary>
    public required string ContentHash { get; init; }

    /// <summary>What a reader must hold to be told the hash: it covers every portion.</summary>
    public required long HashRequires { get; init; }

    /// <summary>
    /// Whether those who hold it all are told the hash: where the originator lets readers know of withheld portions.
    /// </summary>
    public required bool IsHashDisclosed { get; init; }

    /// <summary>Whether the product was out for everybody: then the notice is.</summary>
    public required bool IsPublic { get; init; }

    /// <summary>What it says of what it is about.</summary>
    public required RecallKind Kind { get; init; }

    /// <summary>Why, as a category that every recipient is told.</summary>
    public required RecallReason Reason { get; init; }

    /// <summary>Why, in the words of who issued it: for the center's staff.</summary>
    public required string ReasonDetails { get; init; }

    /// <summary>What recipients are asked to do.</summary>
    public required RequiredAction RequiredAction { get; init; }

    /// <summary>What every recipient is told: at a marking that all of them may read.</summary>
    public required string Message { get; init; }

    /// <summary>The TLP of the message; it carries nothing that asks for more than that.</summary>
    public required Tlp MessageTlp { get; init; }

    /// <summary>Until when recipients are to answer, UTC; null: there is no deadline.</summary>
    public DateTime? RespondBy { get; init; }

    /// <summary>The version that takes its place; null: none does.</summary>
    public Guid? ReplacementId { get; init; }

    /// <summary>Where it stands.</summary>
    public required RecallState State { get; init; }

    /// <summary>Who issued it.</summary>
    public required Guid IssuedById { get; init; }

    /// <summary>His name when he did.</summary>
    public required string IssuedByName { get; init; }

    /// <summary>When it was issued, UTC.</summary>
    public required DateTime IssuedAt { get; init; }

    /// <summary>Who closed it; null: nobody did.</summary>
    public Guid? ClosedById { get; init; }

    /// <summary>His name when he did; null: nobody did.</summary>
    public string? ClosedByName { get; init; }

    /// <summary>When it was closed, UTC; null: it is open.</summary>
    public DateTime? ClosedAt { get; init; }

    /// <summary>Why it was closed; null: it is open.</summary>
    public string? ClosingReason { get; init; }

    /// <summary>Counts its changes, from 1.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public required DateTime UpdatedAt { get; init; }

    /// <inheritdoc/>
    public long Readable { get; init; }

    /// <summary>The notice itself: what it says is of several versions, and only some reach who reads it.</summary>
    public RecordSubject? SubjectFor(Viewer viewer) =>
        new RecordSubject(AccessRecordKind.BackgroundRead, Id, VersionId: null, OriginatorId);

    /// <summary>
    /// How far the reader himself got, or his organization; null: it is not addressed to him. No column.
    /// </summary>
    public RecallResponseState? MyState { get; init; }

    /// <summary>The product.</summary>
    public Product? Product { get; init; }

    /// <summary>The center that made it.</summary>
    public FusionCenter Originator { get; init; } = null!;

    /// <summary>The version that takes its place.</summary>
    public ProductVersion? Replacement { get; init; }

    /// <summary>What its recipients answered.</summary>
    public ICollection<RecallResponse> Responses { get; init; } = null!;
}

file sealed class RecallNoticeMapping : IEntityTypeConfiguration<RecallNotice>
{
    public void Configure(EntityTypeBuilder<RecallNotice> builder)
    {
        builder.ToTable("recall_notices");
        builder.Ignore(notice => notice.Readable);
        builder.Ignore(notice => notice.MyState);
        builder.HasOne(n => n.Product).WithMany().HasForeignKey(n => n.ProductId);
        builder.HasOne(n => n.Originator).WithMany().HasForeignKey(n => n.OriginatorId);
        builder.HasOne(n => n.Replacement).WithMany().HasForeignKey(n => n.ReplacementId);
    }
}
