using GraphApi.Distribution.Access;
using GraphApi.Distribution.AccessRecords;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Products;

/// <summary>
/// Where what a version says comes from. Known to the originator's staff; to others where the portion it stands behind
/// permits to be told the source.
/// </summary>
sealed class SourceReference : IRecordedSubject
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The version.</summary>
    public required Guid VersionId { get; init; }

    /// <summary>The portion it stands behind; null: the version.</summary>
    public Guid? PortionId { get; init; }

    /// <summary>The center that made the version.</summary>
    public required Guid OriginatorId { get; init; }

    /// <summary>Its place among those of the version, from 0.</summary>
    public int Ordinal { get; init; }

    /// <summary>What is cited.</summary>
    public required string Citation { get; init; }

    /// <summary>Whose information it is.</summary>
    public required string Originator { get; init; }

    /// <summary>How far the source can be relied on; null: not rated.</summary>
    public SourceReliability? Reliability { get; init; }

    /// <summary>How far what it says can be believed; null: not rated.</summary>
    public InformationCredibility? Credibility { get; init; }

    /// <summary>Of what kind it is.</summary>
    public required SourceKind Kind { get; init; }

    /// <summary>Whether a third agency let its information be passed on.</summary>
    public required ThirdAgencyConsent ThirdAgencyConsent { get; init; }

    /// <summary>Whether its portion's marking permits to be told the source.</summary>
    public bool IsIdentified { get; init; }

    /// <summary>What a reader must hold: the bits of Requirement of its portion; of a version's source, all.</summary>
    public long Requires { get; init; }

    /// <summary>Counts its changes, from 1.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public required DateTime UpdatedAt { get; init; }

    /// <summary>The version.</summary>
    public ProductVersion Version { get; init; } = null!;

    /// <summary>The portion it stands behind.</summary>
    public Portion? Portion { get; init; }

    /// <inheritdoc/>
    public RecordSubject? SubjectFor(Viewer viewer) => RecordSubject.Background(VersionId, OriginatorId);

    /// <summary>The source of a portion: it is as closely held as the portion is.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="portion">The portion.</param>
    /// <param name="ordinal">Its place among the sources of the version.</param>
    /// <param name="source">What is known of it.</param>
    public static SourceReference Of(Guid id, Portion portion, int ordinal, SourceSpec source) => new()
    {
        Id = id,
        VersionId = portion.VersionId,
        PortionId = portion.Id,
        OriginatorId = portion.OriginatorId,
        Ordinal = ordinal,
        Citation = source.Citation,
        Originator = source.Originator,
        Reliability = source.Reliability,
        Credibility = source.Credibility,
        Kind = source.Kind,
        ThirdAgencyConsent = source.Consent,
        IsIdentified = portion.Purposes.Contains(PrivilegeAction.Idsrc),
        Requires = portion.Requires,
        CreatedAt = portion.CreatedAt,
        UpdatedAt = portion.UpdatedAt,
    };
}

file sealed class SourceReferenceMapping : IEntityTypeConfiguration<SourceReference>
{
    public void Configure(EntityTypeBuilder<SourceReference> builder)
    {
        builder.ToTable("source_references");
        builder.HasOne(s => s.Version).WithMany(v => v.SourceReferences).HasForeignKey(s => s.VersionId);
        builder.HasOne(s => s.Portion).WithMany().HasForeignKey(s => s.PortionId);
    }
}
