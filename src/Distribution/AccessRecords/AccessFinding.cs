using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.AccessRecords;

/// <summary>A read outside the audience, as a reconciliation found it.</summary>
sealed class AccessFinding
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The reconciliation that found it.</summary>
    public required Guid ReconciliationId { get; init; }

    /// <summary>The record of the read.</summary>
    public required Guid RecordId { get; init; }

    /// <summary>The version that was read.</summary>
    public required Guid VersionId { get; init; }

    /// <summary>The center that made the version.</summary>
    public required Guid OriginatorId { get; init; }

    /// <summary>The day of the read, in UTC.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>When it was found, UTC.</summary>
    public required DateTime FoundAt { get; init; }

    /// <summary>The reconciliation.</summary>
    public AccessReconciliation Reconciliation { get; init; } = null!;

    /// <summary>The record.</summary>
    public AccessRecord Record { get; init; } = null!;
}

file sealed class AccessFindingMapping : IEntityTypeConfiguration<AccessFinding>
{
    public void Configure(EntityTypeBuilder<AccessFinding> builder)
    {
        builder.ToTable("access_findings");
        builder.HasOne(f => f.Reconciliation).WithMany(r => r.Findings).HasForeignKey(f => f.ReconciliationId);
        builder.HasOne(f => f.Record).WithMany().HasForeignKey(f => f.RecordId);
    }
}
