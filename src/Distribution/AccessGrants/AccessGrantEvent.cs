using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.AccessGrants;

/// <summary>One step of an access grant. The database refuses to change or delete it.</summary>
sealed class AccessGrantEvent
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The grant.</summary>
    public required Guid GrantId { get; init; }

    /// <summary>What was done.</summary>
    public required AccessGrantStep Step { get; init; }

    /// <summary>The grant's revision that it led to.</summary>
    public required int Revision { get; init; }

    /// <summary>Who did it.</summary>
    public required Guid ActorId { get; init; }

    /// <summary>His name when he did.</summary>
    public required string ActorName { get; init; }

    /// <summary>Why, in his words.</summary>
    public required string Reason { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime OccurredAt { get; init; }

    /// <summary>The grant.</summary>
    public AccessGrant Grant { get; init; } = null!;
}

file sealed class AccessGrantEventMapping : IEntityTypeConfiguration<AccessGrantEvent>
{
    public void Configure(EntityTypeBuilder<AccessGrantEvent> builder)
    {
        builder.ToTable("access_grant_events");
        builder.HasOne(e => e.Grant).WithMany(g => g.Events).HasForeignKey(e => e.GrantId);
    }
}
