using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Resources;

/// <summary>A published document of the field: guidance, templates, training.</summary>
sealed class ResourceDocument
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>Who published it.</summary>
    public required string Publisher { get; init; }

    /// <summary>Its number of pages; null: not paginated or not known.</summary>
    public int? Pages { get; init; }

    /// <summary>Its size in bytes; null: not known.</summary>
    public long? SizeBytes { get; init; }

    /// <summary>Its media type, such as <c>application/pdf</c>.</summary>
    public required string MediaType { get; init; }

    /// <summary>The day it was published; null: not known.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>SHA-256 of the file, 64 hexadecimal digits; null: not known.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Where it is; null: no stable address.</summary>
    public string? Url { get; init; }

    /// <summary>The officer's functions it serves.</summary>
    public required PcrclFunction[] PcrclFunctions { get; init; }

    /// <summary>Who may read it.</summary>
    public required ResourceAccess Access { get; init; }

    /// <summary>The batch of generated rows it belongs to; null for a real one.</summary>
    public string? SyntheticBatch { get; init; }

    /// <summary>Counts its changes, from 1.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public required DateTime UpdatedAt { get; init; }
}

file sealed class ResourceDocumentMapping : IEntityTypeConfiguration<ResourceDocument>
{
    public void Configure(EntityTypeBuilder<ResourceDocument> builder)
    {
        builder.ToTable("resource_documents");
        builder.PrimitiveCollection(r => r.PcrclFunctions)
            .ElementType(element => element.HasConversion<string>());
    }
}
