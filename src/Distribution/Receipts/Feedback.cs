using GraphApi.Data.Bindings;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.AccessRecords;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Receipts;

/// <summary>What a reader says of a version. There is one of each reader, which he can replace.</summary>
sealed class Feedback : IGuardedRow, IRecordedSubject
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The version.</summary>
    public required Guid VersionId { get; init; }

    /// <summary>The product.</summary>
    public required Guid ProductId { get; init; }

    /// <summary>The center that made it.</summary>
    public required Guid OriginatorId { get; init; }

    /// <summary>Whose it is: a person or a machine client, one of the next two.</summary>
    public required Guid AuthorId { get; init; }

    /// <summary>The person whose it is; null: a machine client's.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The machine client whose it is; null: a person's.</summary>
    public Guid? ServiceClientId { get; init; }

    /// <summary>The organization he belonged to when he last said it; null: none.</summary>
    public Guid? OrganizationId { get; init; }

    /// <summary>Its kind; null: he belonged to none.</summary>
    public StakeholderKind? OrganizationKind { get; init; }

    /// <summary>Whether those who oversee the center are told who he is.</summary>
    public required bool IsNamed { get; init; }

    /// <summary>Whether it helped; null: not said.</summary>
    public bool? Helpful { get; init; }

    /// <summary>Whether it came in time, 1 to 5; null: not said.</summary>
    public int? Timely { get; init; }

    /// <summary>Whether it was about what the reader does, 1 to 5; null: not said.</summary>
    public int? Relevant { get; init; }

    /// <summary>Whether it was right, 1 to 5; null: not said.</summary>
    public int? Accurate { get; init; }

    /// <summary>Whether the reader could act on it, 1 to 5; null: not said.</summary>
    public int? Actionable { get; init; }

    /// <summary>What the reader used it for.</summary>
    public required IntendedUse[] UsedFor { get; init; }

    /// <summary>What else he has to say; null: nothing.</summary>
    public string? Comment { get; init; }

    /// <summary>The TLP of the comment.</summary>
    public required Tlp CommentTlp { get; init; }

    /// <summary>Counts its changes, from 1.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public required DateTime UpdatedAt { get; init; }

    /// <inheritdoc/>
    public long Readable { get; init; }

    /// <summary>
    /// His own is nobody else's affair. To those who have the version it stands behind it; who is assigned to an
    /// organization may have no right to that, and reads what one of its people said.
    /// </summary>
    public RecordSubject? SubjectFor(Viewer viewer) =>
        Comment is null || AuthorId == viewer.PersonId || AuthorId == viewer.ServiceClientId
            ? null
            : viewer.HomeCenterIds.Contains(OriginatorId) || viewer.AuditedVersionIds.Contains(VersionId)
                ? RecordSubject.Background(VersionId, OriginatorId)
                : new RecordSubject(AccessRecordKind.BackgroundRead, Id, VersionId: null, OriginatorId);

    /// <summary>The version.</summary>
    public ProductVersion? Version { get; init; }

    /// <summary>The person whose it is.</summary>
    public Person? Person { get; init; }

    /// <summary>The machine client whose it is.</summary>
    public ServiceClient? ServiceClient { get; init; }
}

file sealed class FeedbackMapping : IEntityTypeConfiguration<Feedback>
{
    public void Configure(EntityTypeBuilder<Feedback> builder)
    {
        builder.ToTable("feedback");
        builder.Ignore(f => f.Readable);
        builder.PrimitiveCollection(f => f.UsedFor).ElementType(element => element.HasConversion<string>());
        builder.HasOne(f => f.Version).WithMany(v => v.Feedback).HasForeignKey(f => f.VersionId).IsRequired();
        builder.HasOne(f => f.Person).WithMany().HasForeignKey(f => f.PersonId);
        builder.HasOne(f => f.ServiceClient).WithMany().HasForeignKey(f => f.ServiceClientId);
    }
}
