using GraphApi.Data.Bindings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Recalls;

/// <summary>
/// One answer to a recall, by whom: by the recipient, or by staff who recorded what he told them. The database refuses
/// to change or delete it.
/// </summary>
sealed class RecallResponseEvent : IGuardedRow
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What was answered.</summary>
    public required Guid ResponseId { get; init; }

    /// <summary>The notice.</summary>
    public required Guid NoticeId { get; init; }

    /// <summary>How far that got.</summary>
    public required RecallResponseState State { get; init; }

    /// <summary>The revision of the response that it led to.</summary>
    public required int Revision { get; init; }

    /// <summary>Who answered, or recorded it; null: a machine client answered.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The machine client that answered; null: a person did, or it was recorded.</summary>
    public Guid? ServiceClientId { get; init; }

    /// <summary>
    /// The name of who answered, as it was then; of an answer that was recorded, as he was named by who did.
    /// </summary>
    public required string ActorName { get; init; }

    /// <summary>What else he had to say; null: nothing.</summary>
    public string? Note { get; init; }

    /// <summary>When, UTC; of an answer that was recorded, when it was.</summary>
    public required DateTime OccurredAt { get; init; }

    /// <summary>The name of who recorded it; null: the recipient answered himself.</summary>
    public string? RecordedByName { get; init; }

    /// <summary>When it was given to who recorded it, UTC; null: the recipient answered himself.</summary>
    public DateTime? ToldAt { get; init; }

    /// <summary>By which means it was given; null: the recipient answered himself.</summary>
    public RecallAnswerMeans? Means { get; init; }

    /// <summary>Whether it was recorded for the recipient. No column.</summary>
    public bool IsRecorded { get; init; }

    /// <inheritdoc/>
    public long Readable { get; init; }

    /// <summary>What was answered.</summary>
    public RecallResponse Response { get; init; } = null!;
}

file sealed class RecallResponseEventMapping : IEntityTypeConfiguration<RecallResponseEvent>
{
    public void Configure(EntityTypeBuilder<RecallResponseEvent> builder)
    {
        builder.ToTable("recall_response_events");
        builder.Ignore(e => e.IsRecorded);
        builder.Ignore(e => e.Readable);
        builder.HasOne(e => e.Response).WithMany(r => r.Events).HasForeignKey(e => e.ResponseId);
    }
}
