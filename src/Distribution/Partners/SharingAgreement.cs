using GraphApi.Distribution.Centers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Partners;

/// <summary>
/// What an organization and a center agreed about sharing. Without one in force an organization gets nothing.
/// </summary>
sealed class SharingAgreement
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The organization.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>The center.</summary>
    public required Guid CenterId { get; init; }

    /// <summary>What was agreed.</summary>
    public required AgreementKind Kind { get; init; }

    /// <summary>Whether it holds.</summary>
    public required AgreementState State { get; init; }

    /// <summary>How far the organization may pass on what it receives.</summary>
    public required OnwardSharing OnwardSharing { get; init; }

    /// <summary>The first day on which it holds.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>The first day on which it no longer holds; null: open-ended.</summary>
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>Counts its changes, from 1.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public required DateTime UpdatedAt { get; init; }

    /// <summary>The organization.</summary>
    public Organization Organization { get; init; } = null!;

    /// <summary>The center.</summary>
    public FusionCenter Center { get; init; } = null!;
}

file sealed class SharingAgreementMapping : IEntityTypeConfiguration<SharingAgreement>
{
    public void Configure(EntityTypeBuilder<SharingAgreement> builder)
    {
        builder.ToTable("sharing_agreements");
        builder.HasOne(a => a.Organization).WithMany(o => o.Agreements).HasForeignKey(a => a.OrganizationId);
        builder.HasOne(a => a.Center).WithMany().HasForeignKey(a => a.CenterId);
    }
}
