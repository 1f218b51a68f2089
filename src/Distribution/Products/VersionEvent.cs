using GraphApi.Distribution.Access;
using GraphApi.Distribution.AccessRecords;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Products;

/// <summary>One step in the life of a version. The database refuses to change or delete it.</summary>
sealed class VersionEvent : IRecordedSubject
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The version.</summary>
    public required Guid VersionId { get; init; }

    /// <summary>The center that made the version.</summary>
    public required Guid OriginatorId { get; init; }

    /// <summary>What was done.</summary>
    public required VersionStep Step { get; init; }

    /// <summary>The state before; null: there was no version.</summary>
    public VersionState? FromState { get; init; }

    /// <summary>The state after.</summary>
    public required VersionState ToState { get; init; }

    /// <summary>The version's revision that it led to.</summary>
    public required int Revision { get; init; }

    /// <summary>Who did it; null: the clock.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>His name when he did.</summary>
    public required string ActorName { get; init; }

    /// <summary>Why, in his words; null: the step asks for no reason.</summary>
    public string? Reason { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime OccurredAt { get; init; }

    /// <inheritdoc/>
    public RecordSubject? SubjectFor(Viewer viewer) =>
        Reason is null ? null : RecordSubject.Background(VersionId, OriginatorId);

    /// <summary>The version.</summary>
    public ProductVersion Version { get; init; } = null!;
}

file sealed class VersionEventMapping : IEntityTypeConfiguration<VersionEvent>
{
    public void Configure(EntityTypeBuilder<VersionEvent> builder)
    {
        builder.ToTable("version_events");
        builder.HasOne(e => e.Version).WithMany(v => v.History).HasForeignKey(e => e.VersionId);
    }
}
