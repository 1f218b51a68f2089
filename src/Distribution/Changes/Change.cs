using GraphApi.Data.ChangeLog;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Changes;

/// <summary>A row of the change log. Never changed; deleted when its time is over.</summary>
sealed class Change
{
    /// <summary>Its place in the order of commits, from 1.</summary>
    public required long Sequence { get; init; }

    /// <summary>The id of the event that readers are told of.</summary>
    public required Guid Id { get; init; }

    /// <summary>What happened; null: rights of principals changed, and no product.</summary>
    public ChangeKind? Kind { get; init; }

    /// <summary>The product; null where <see cref="Kind"/> is.</summary>
    public Guid? ProductId { get; init; }

    /// <summary>The version it concerns; null: the product as a whole.</summary>
    public Guid? VersionId { get; init; }

    /// <summary>The center that made the product; null where <see cref="Kind"/> is.</summary>
    public Guid? OriginatorId { get; init; }

    /// <summary>The notice of a recall; null: it is none.</summary>
    public Guid? RecallId { get; init; }

    /// <summary>When it was numbered, UTC; never earlier than the one before it.</summary>
    public required DateTime OccurredAt { get; init; }

    /// <summary>Who is told.</summary>
    public ICollection<ChangeAudience> Audiences { get; init; } = null!;
}

file sealed class ChangeMapping : IEntityTypeConfiguration<Change>
{
    public void Configure(EntityTypeBuilder<Change> builder)
    {
        builder.ToTable("changes");
        builder.HasKey(c => c.Sequence);
        builder.Property(c => c.Sequence).ValueGeneratedNever();
    }
}

file sealed class ChangeCounterMapping : IEntityTypeConfiguration<ChangeCounter>
{
    public void Configure(EntityTypeBuilder<ChangeCounter> builder) => builder.ToTable("change_counter");
}
