using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Sectors;

/// <summary>A topic that products are about.</summary>
sealed class Topic
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Our code; stable and unique.</summary>
    public required string Code { get; init; }

    /// <summary>The name shown.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is in use.</summary>
    public required TopicStatus Status { get; init; }

    /// <summary>The wider topic; null for a topic of the first level.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>The topic used today; null unless this one is historical.</summary>
    public Guid? SuccessorId { get; init; }

    /// <summary>Counts its changes, from 1.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public required DateTime UpdatedAt { get; init; }

    /// <summary>The wider topic; null for a topic of the first level.</summary>
    public Topic? Parent { get; init; }

    /// <summary>The topic used today; null unless this one is historical.</summary>
    public Topic? Successor { get; init; }
}

file sealed class TopicMapping : IEntityTypeConfiguration<Topic>
{
    public void Configure(EntityTypeBuilder<Topic> builder)
    {
        builder.ToTable("topics");
        builder.HasOne(t => t.Parent).WithMany().HasForeignKey(t => t.ParentId);
        builder.HasOne(t => t.Successor).WithMany().HasForeignKey(t => t.SuccessorId);
    }
}
