using GraphApi.Distribution.Products;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Access;

/// <summary>
/// One audience's right to one version. Written when a version is published, and for who works on it before; read by
/// every query of products.
/// </summary>
sealed class Entitlement
{
    /// <summary>
    /// A list, a list's clients, a person, an organization, a center (HOME), the public, or an audience of drafts.
    /// </summary>
    public required Guid AudienceId { get; init; }

    /// <summary>The version.</summary>
    public required Guid VersionId { get; init; }

    /// <summary>The product.</summary>
    public required Guid ProductId { get; init; }

    /// <summary>The publication it comes from; null for HOME before publication.</summary>
    public Guid? PublicationId { get; init; }

    /// <summary>Why the audience may have the version.</summary>
    public required EntitlementKind Kind { get; init; }

    /// <summary>
    /// When the version was or will be published, UTC; before it only HOME sees the version. Of a draft, when it was
    /// begun.
    /// </summary>
    public required DateTime EffectiveAt { get; init; }

    /// <summary>From when on the version is no longer valid, UTC; null: open-ended, and for HOME always.</summary>
    public DateTime? ExpiresAt { get; init; }

    /// <summary>
    /// What a reader must meet besides: the version's bits of <see cref="Requirement"/> and the bit of the product's
    /// type (<see cref="TypeRequirements"/>); 0 for HOME.
    /// </summary>
    public long Requires { get; init; }

    /// <summary>
    /// Whether the version is the product's current one, or the first and only one that is not released yet; other
    /// versions have rights of HOME, of grants and of drafts only.
    /// </summary>
    public bool IsCurrent { get; init; }

    /// <summary>The version.</summary>
    public ProductVersion Version { get; init; } = null!;

    /// <summary>The product.</summary>
    public Product Product { get; init; } = null!;
}

file sealed class EntitlementMapping : IEntityTypeConfiguration<Entitlement>
{
    public void Configure(EntityTypeBuilder<Entitlement> builder)
    {
        builder.ToTable("entitlements");
        builder.HasKey(e => new { e.VersionId, e.AudienceId });
        builder.HasOne(e => e.Version).WithMany(v => v.Entitlements).HasForeignKey(e => e.VersionId);
        builder.HasOne(e => e.Product).WithMany(p => p.Entitlements).HasForeignKey(e => e.ProductId);
    }
}
