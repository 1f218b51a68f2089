using GraphApi.Data.Bindings;
using GraphApi.Distribution.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Partners;

/// <summary>A person who can act: a user of a partner organization or staff of a center.</summary>
sealed class Person : IGuardedRow
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The <c>sub</c> of this person's tokens; unique; null: cannot sign in.</summary>
    public string? Subject { get; init; }

    /// <summary>The name shown.</summary>
    public required string DisplayName { get; init; }

    /// <summary>The title or position; null: not known.</summary>
    public string? Title { get; init; }

    /// <summary>The organization this person belongs to; null for staff of a center.</summary>
    public Guid? OrganizationId { get; init; }

    /// <summary>What is known of the citizenship.</summary>
    public required CitizenshipClass Citizenship { get; init; }

    /// <summary>Whether this person may act.</summary>
    public required PrincipalStatus Status { get; init; }

    /// <summary>The batch of generated rows it belongs to; null for a real one.</summary>
    public string? SyntheticBatch { get; init; }

    /// <summary>Counts its changes, from 1.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public required DateTime UpdatedAt { get; init; }

    /// <inheritdoc/>
    public long Readable { get; init; }

    /// <summary>The organization; null for staff of a center.</summary>
    public Organization? Organization { get; init; }

    /// <summary>What this person may do.</summary>
    public ICollection<RoleAssignment> Roles { get; init; } = null!;

    /// <summary>How this person is reached.</summary>
    public ICollection<ContactPoint> ContactPoints { get; init; } = null!;

    /// <summary>Whether anything was verified about this person; not a column.</summary>
    public bool HasVerifiedAttributes { get; init; }

    /// <summary>What was verified about this person.</summary>
    public ICollection<VerifiedAttribute> Attributes { get; init; } = null!;

    /// <summary>Whether all courses completed still count, and there is one; not a column.</summary>
    public bool IsTrainingCurrent { get; init; }

    /// <summary>The courses completed.</summary>
    public ICollection<TrainingRecord> TrainingRecords { get; init; } = null!;
}

file sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("people");
        builder.Ignore(row => row.Readable);
        builder.Ignore(p => p.HasVerifiedAttributes);
        builder.Ignore(p => p.IsTrainingCurrent);
        builder.HasOne(p => p.Organization).WithMany(o => o.People).HasForeignKey(p => p.OrganizationId);
    }
}
