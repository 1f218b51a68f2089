using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Import;

/// <summary>
/// What an import brought: by it a second import of the same line is known, and one of another content refused.
/// </summary>
sealed class ImportRecord
{
    /// <summary>The kind of the line: center, organization, person, list or product.</summary>
    public required string Kind { get; init; }

    /// <summary>
    /// The short name of the center whose reference it is; empty for references of the whole network.
    /// </summary>
    public required string Scope { get; init; }

    /// <summary>The reference of the line.</summary>
    public required string Reference { get; init; }

    /// <summary>
    /// SHA-256 of the line's content, independent of blanks and of the order of fields; lower-case hexadecimal.
    /// </summary>
    public required string ContentHash { get; init; }

    /// <summary>The row that it became.</summary>
    public required Guid EntityId { get; init; }

    /// <summary>When it was imported, UTC.</summary>
    public required DateTime ImportedAt { get; init; }
}

file sealed class ImportRecordMapping : IEntityTypeConfiguration<ImportRecord>
{
    public void Configure(EntityTypeBuilder<ImportRecord> builder)
    {
        builder.ToTable("import_records");
        builder.HasKey(r => new { r.Kind, r.Scope, r.Reference });
    }
}
