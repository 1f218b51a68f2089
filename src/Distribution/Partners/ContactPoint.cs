using GraphApi.Distribution.Access;
using GraphApi.Distribution.AccessRecords;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Partners;

/// <summary>
/// A way in which a person is reached. Most who may know of it are shown the masked value, and the database gives them
/// no other.
/// </summary>
sealed class ContactPoint : IRecordedSubject
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

    /// <summary>How somebody else is reached, unmasked; null: the reader's own, or masked.</summary>
    public RecordSubject? SubjectFor(Viewer viewer) =>
        PersonId == viewer.PersonId || ShownValue == MaskedValue
            ? null
            : new RecordSubject(AccessRecordKind.ContactRead, PersonId, VersionId: null);

    /// <summary>Counts its changes, from 1.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public required DateTime UpdatedAt { get; init; }

    /// <summary>The person.</summary>
    public Person Person { get; init; } = null!;
}

file sealed class ContactPointMapping : IEntityTypeConfiguration<ContactPoint>
{
    public void Configure(EntityTypeBuilder<ContactPoint> builder)
    {
        builder.ToTable("contact_points");
        builder.Ignore(c => c.ShownValue);
        builder.Ignore(c => c.IsMasked);
        builder.HasOne(c => c.Person).WithMany(p => p.ContactPoints).HasForeignKey(c => c.PersonId);
    }
}
