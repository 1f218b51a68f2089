using GraphApi.Data.Bindings;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.AccessRecords;
using GraphApi.Distribution.Centers;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Recalls;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Products;

/// <summary>
/// A product: the identity behind its versions. It carries what a feed needs of its current version.
/// </summary>
sealed class Product : IGuardedRow, IRecordedSubject
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The number readers cite; it cannot be guessed and is unique; null until published.</summary>
    public string? PublicNumber { get; init; }

    /// <summary>Which of the eight types it is.</summary>
    public required ProductType Type { get; init; }

    /// <summary>The center that made it.</summary>
    public required Guid OriginatorId { get; init; }

    /// <summary>For whom it was made, where that is protected; null: nobody.</summary>
    public Guid? OnBehalfOfId { get; init; }

    /// <summary>The version in force; null until published.</summary>
    public Guid? CurrentVersionId { get; init; }

    /// <summary>The last notice that recalls or corrects it; null: there is none.</summary>
    public Guid? RecallId { get; init; }

    /// <summary>Where it stands.</summary>
    public required ProductState State { get; init; }

    /// <summary>Where it stands at the moment of reading, embargo and expiry counted in; not a column.</summary>
    public ProductState PresentState { get; init; }

    /// <summary>How soon a recipient should read it.</summary>
    public required Urgency Urgency { get; init; }

    /// <summary>Whether it is made for an exercise.</summary>
    public bool IsExercise { get; init; }

    /// <summary>When the current version was published, UTC; null until then.</summary>
    public DateTime? PublishedAt { get; init; }

    /// <summary>When the current version ends to be valid, UTC; null: open-ended.</summary>
    public DateTime? ValidUntil { get; init; }

    /// <summary>The hazards it is about.</summary>
    public required HazardScope[] HazardScopes { get; init; }

    /// <summary>What the system it was imported from calls it; null: not imported.</summary>
    public string? ExternalReference { get; init; }

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

    /// <summary>For whom it was made stands behind all its versions: it is recorded with the current one.</summary>
    public RecordSubject? SubjectFor(Viewer viewer) =>
        new(AccessRecordKind.BackgroundRead, Id, CurrentVersionId, OriginatorId);

    /// <summary>The center that made it.</summary>
    public FusionCenter Originator { get; init; } = null!;

    /// <summary>For whom it was made, where that is protected.</summary>
    public Organization? OnBehalfOf { get; init; }

    /// <summary>The centers that made it together with its originator.</summary>
    public ICollection<ProductCoOriginator> CoOriginators { get; init; } = null!;

    /// <summary>The version in force.</summary>
    public ProductVersion? CurrentVersion { get; init; }

    /// <summary>The last notice that recalls or corrects it.</summary>
    public RecallNotice? Recall { get; init; }

    /// <summary>Its versions.</summary>
    public ICollection<ProductVersion> Versions { get; init; } = null!;

    /// <summary>The sectors it is about.</summary>
    public ICollection<ProductSector> Sectors { get; init; } = null!;

    /// <summary>The lifelines it is about.</summary>
    public ICollection<ProductLifeline> Lifelines { get; init; } = null!;

    /// <summary>The jurisdictions it is about.</summary>
    public ICollection<ProductJurisdiction> Jurisdictions { get; init; } = null!;

    /// <summary>The disciplines it is for.</summary>
    public ICollection<ProductDiscipline> Disciplines { get; init; } = null!;

    /// <summary>The topics it is about.</summary>
    public ICollection<ProductTopic> Topics { get; init; } = null!;

    /// <summary>Who may have it, and why.</summary>
    public ICollection<Entitlement> Entitlements { get; init; } = null!;
}

file sealed class ProductMapping : IEntityTypeConfiguration<Product>
{
    public void Configure(EntityTypeBuilder<Product> builder)
    {
        builder.ToTable("products");
        builder.Ignore(row => row.Readable);
        builder.Ignore(p => p.PresentState);
        builder.PrimitiveCollection(p => p.HazardScopes)
            .ElementType(element => element.HasConversion<string>());
        builder.HasOne(p => p.Originator).WithMany(c => c.Products).HasForeignKey(p => p.OriginatorId);
        builder.HasOne(p => p.OnBehalfOf).WithMany().HasForeignKey(p => p.OnBehalfOfId);
        builder.HasOne(p => p.CurrentVersion).WithMany().HasForeignKey(p => p.CurrentVersionId);
        builder.HasOne(p => p.Recall).WithMany().HasForeignKey(p => p.RecallId);
    }
}
