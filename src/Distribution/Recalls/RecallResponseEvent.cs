using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Recalls;

/// <summary>One answer to a recall, by whom. The database refuses to change or delete it.</summary>
sealed class RecallResponseEvent
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

    /// <summary>Who answered; null: a machine client did.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The machine client that answered; null: a person did.</summary>
    public Guid? ServiceClientId { get; init; }

    /// <summary>The name of who answered, as it was then.</summary>
    public required string ActorName { get; init; }

    /// <summary>What else he had to say; null: nothing.</summary>
    public string? Note { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime OccurredAt { get; init; }

    /// <summary>What was answered.</summary>
    public RecallResponse Response { get; init; } = null!;
}

file sealed class RecallResponseEventMapping : IEntityTypeConfiguration<RecallResponseEvent>
{
    public void Configure(EntityTypeBuilder<RecallResponseEvent> builder)
    {
        builder.ToTable("recall_response_events");
        builder.HasOne(e => e.Response).WithMany(r => r.Events).HasForeignKey(e => e.ResponseId);
    }
}
