using GraphApi.Data.Bindings;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.AccessRecords;
using GraphApi.Engine.TypeSystem;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Partners;

/// <summary>
/// A way in which a person is reached. Most who may know of it are shown the masked value, and the database gives them
/// no other.
/// </summary>
sealed class ContactPoint : IGuardedRow, IRecordedSubject
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Which way.</summary>
    public required ContactKind Kind { get; init; }

    /// <summary>The address or number.</summary>
    public required string Value { get; init; }

    /// <summary>What <see cref="ContactMask"/> leaves of the value.</summary>
    public required string MaskedValue { get; init; }

    /// <summary>Who may know of it.</summary>
    public required ContactVisibility Visibility { get; init; }

    /// <summary>When it was last verified, UTC; null: never.</summary>
    public DateTime? VerifiedAt { get; init; }

    /// <summary>The value as the reader may see it; not a column.</summary>
    public string ShownValue { get; init; } = "";

    /// <summary>Whether the reader is shown the masked value; not a column.</summary>
    public bool IsMasked { get; init; }

    /// <summary>The value, where it is revealed to who says what for; else null; not a column.</summary>
    public string? RevealedValue { get; init; }

    /// <inheritdoc/>
    public long Readable { get; init; }

    /// <summary>How somebody else is reached, unmasked; null: the reader's own, or masked.</summary>
    public RecordSubject? SubjectFor(Viewer viewer) => ShownValue == MaskedValue ? null : Reached(viewer);

    /// <summary>As the other one; what is revealed is never masked.</summary>
    public RecordSubject? SubjectFor(Viewer viewer, Field field) =>
        field.Name == ContactPointFields.RevealedValue ? Reached(viewer) : SubjectFor(viewer);

    /// <summary>Counts its changes, from 1.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public required DateTime UpdatedAt { get; init; }

    /// <summary>The person.</summary>
    public Person Person { get; init; } = null!;

    RecordSubject? Reached(Viewer viewer) => PersonId == viewer.PersonId
        ? null
        : new RecordSubject(AccessRecordKind.ContactRead, PersonId, VersionId: null);
}

file sealed class ContactPointMapping : IEntityTypeConfiguration<ContactPoint>
{
    public void Configure(EntityTypeBuilder<ContactPoint> builder)
    {
        builder.ToTable("contact_points");
        builder.Ignore(c => c.ShownValue);
        builder.Ignore(c => c.IsMasked);
        builder.Ignore(c => c.RevealedValue);
        builder.Ignore(c => c.Readable);
        builder.HasOne(c => c.Person).WithMany(p => p.ContactPoints).HasForeignKey(c => c.PersonId);
    }
}
