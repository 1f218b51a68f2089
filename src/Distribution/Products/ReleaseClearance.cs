using GraphApi.Distribution.Partners;
using GraphApi.Distribution.PrivacyReviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Products;

/// <summary>
/// Why a version may be out, and who let it out. Made in the transaction that releases the version, after its
/// publication and before the rights: from then on the database lets nobody change what was cleared. It refuses one
/// without a concurring review by somebody who neither wrote nor releases the version, or without two persons where it
/// is an emergency; and it refuses a released version, and rights of readers, without one.
/// </summary>
sealed class ReleaseClearance
{
    /// <summary>The version.</summary>
    public required Guid VersionId { get; init; }

    /// <summary>The center that made the version.</summary>
    public required Guid OriginatorId { get; init; }

    /// <summary>Why.</summary>
    public required ClearanceKind Kind { get; init; }

    /// <summary>The review it rests on; null unless it rests on one.</summary>
    public Guid? ReviewId { get; init; }

    /// <summary>Who released it; null only where it was before these records were kept.</summary>
    public Guid? ReleasedById { get; init; }

    /// <summary>The second person of an emergency; null otherwise.</summary>
    public Guid? SecondPersonId { get; init; }

    /// <summary>The reason of an emergency, 20 characters at least; null otherwise.</summary>
    public string? Reason { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>The version.</summary>
    public ProductVersion Version { get; init; } = null!;

    /// <summary>The review it rests on.</summary>
    public PrivacyReview? Review { get; init; }

    /// <summary>Who released it.</summary>
    public Person? ReleasedBy { get; init; }

    /// <summary>The second person of an emergency.</summary>
    public Person? SecondPerson { get; init; }

    /// <summary>The clearance that a review gives.</summary>
    public static ReleaseClearance Of(PrivacyReview review, Guid releasedBy, DateTime at) => new()
    {
        VersionId = review.VersionId,
        OriginatorId = review.OriginatorId,
        Kind = ClearanceKind.Review,
        ReviewId = review.Id,
        ReleasedById = releasedBy,
        CreatedAt = at,
    };

    /// <summary>The clearance that two persons give in an emergency.</summary>
    public static ReleaseClearance OfEmergency(
        ProductVersion version, Guid releasedBy, Guid secondPerson, string reason, DateTime at) => new()
        {
            VersionId = version.Id,
            OriginatorId = version.OriginatorId,
            Kind = ClearanceKind.Emergency,
            ReleasedById = releasedBy,
            SecondPersonId = secondPerson,
            Reason = reason,
            CreatedAt = at,
        };
}

file sealed class ReleaseClearanceMapping : IEntityTypeConfiguration<ReleaseClearance>
{
    public void Configure(EntityTypeBuilder<ReleaseClearance> builder)
    {
        builder.ToTable("release_clearances");
        builder.HasKey(c => c.VersionId);
        builder.HasOne(c => c.Version).WithOne(v => v.Clearance).HasForeignKey<ReleaseClearance>(c => c.VersionId);
        builder.HasOne(c => c.Review).WithMany().HasForeignKey(c => c.ReviewId);
        builder.HasOne(c => c.ReleasedBy).WithMany().HasForeignKey(c => c.ReleasedById);
        builder.HasOne(c => c.SecondPerson).WithMany().HasForeignKey(c => c.SecondPersonId);
    }
}
