using GraphApi.Distribution.Access;
using GraphApi.Distribution.AccessRecords;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Publishing;

/// <summary>
/// That one person wants a version released before its review, for imminent danger to life or property. A second one
/// confirms it in time, or it comes to nothing.
/// </summary>
sealed class EmergencyRequest : IRecordedSubject
{
    /// <summary>How long it waits for the second person.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    /// <summary>The version.</summary>
    public required Guid VersionId { get; init; }

    /// <summary>The center that made it.</summary>
    public required Guid OriginatorId { get; init; }

    /// <summary>The revision of the version it was asked for: of another one it says nothing.</summary>
    public required int VersionRevision { get; init; }

    /// <summary>Who asked.</summary>
    public required Guid RequestedById { get; init; }

    /// <summary>Why it cannot wait.</summary>
    public required string Reason { get; init; }

    /// <summary>When it was asked for, UTC.</summary>
    public required DateTime RequestedAt { get; init; }

    /// <summary>From when on nobody can confirm it any more, UTC.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <inheritdoc/>
    public RecordSubject? SubjectFor(Viewer viewer) => RecordSubject.Background(VersionId, OriginatorId);

    /// <summary>Who asked.</summary>
    public Person? RequestedBy { get; init; }
}

file sealed class EmergencyRequestMapping : IEntityTypeConfiguration<EmergencyRequest>
{
    public void Configure(EntityTypeBuilder<EmergencyRequest> builder)
    {
        builder.ToTable("emergency_requests");
        builder.HasKey(r => r.VersionId);
        builder.HasOne<ProductVersion>().WithOne(v => v.EmergencyRequest)
            .HasForeignKey<EmergencyRequest>(r => r.VersionId);
        builder.HasOne(r => r.RequestedBy).WithMany().HasForeignKey(r => r.RequestedById);
    }
}
