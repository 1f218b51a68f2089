using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.UseCases;

/// <summary>What became of one mutation field of a request that came with an idempotency key.</summary>
sealed class IdempotencyRecord
{
    /// <summary>Who sent it: a person or a machine client.</summary>
    public required Guid PrincipalId { get; init; }

    /// <summary>The key he sent.</summary>
    public required string Key { get; init; }

    /// <summary>The name that the field has in the response.</summary>
    public required string Path { get; init; }

    /// <summary>SHA-256 of the request, in lower-case hexadecimal: document, operation name, variables.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The row that was made or changed; null: it was refused.</summary>
    public Guid? OutcomeId { get; init; }

    /// <summary>Why it was refused, as JSON; null: it was done.</summary>
    public string? Errors { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime CreatedAt { get; init; }
}

file sealed class IdempotencyRecordMapping : IEntityTypeConfiguration<IdempotencyRecord>
{
    public void Configure(EntityTypeBuilder<IdempotencyRecord> builder)
    {
        builder.ToTable("idempotency_keys");
        builder.HasKey(record => new { record.PrincipalId, record.Key, record.Path });
    }
}
