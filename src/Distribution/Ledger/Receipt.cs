using GraphApi.Distribution.Access;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Ledger;

/// <summary>
/// That somebody acknowledged a delivery. Never changed or deleted; the database keeps no foreign keys: the record
/// outlives what it is about.
/// </summary>
sealed class Receipt
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The delivery.</summary>
    public required Guid DeliveryId { get; init; }

    /// <summary>The version that was delivered.</summary>
    public required Guid VersionId { get; init; }

    /// <summary>The center that made it.</summary>
    public required Guid OriginatorId { get; init; }

    /// <summary>Who acknowledged; null: a machine client did.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The machine client that acknowledged; null: a person did.</summary>
    public Guid? ServiceClientId { get; init; }

    /// <summary>The organization of who acknowledged; null: none.</summary>
    public Guid? RecipientOrganizationId { get; init; }

    /// <summary>What he had to say; null: nothing.</summary>
    public string? Note { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime AcknowledgedAt { get; init; }

    /// <summary>The version that was delivered.</summary>
    public ProductVersion? Version { get; init; }

    /// <summary>The delivery.</summary>
    public Delivery Delivery { get; init; } = null!;

    /// <summary>Who acknowledged.</summary>
    public Person? Person { get; init; }

    /// <summary>The machine client that acknowledged.</summary>
    public ServiceClient? ServiceClient { get; init; }
}

file sealed class ReceiptMapping : IEntityTypeConfiguration<Receipt>
{
    public void Configure(EntityTypeBuilder<Receipt> builder)
    {
        builder.ToTable("receipts");
        builder.HasOne(r => r.Version).WithMany(v => v.Receipts).HasForeignKey(r => r.VersionId);
        builder.HasOne(r => r.Delivery).WithMany().HasForeignKey(r => r.DeliveryId);
        builder.HasOne(r => r.Person).WithMany().HasForeignKey(r => r.PersonId);
        builder.HasOne(r => r.ServiceClient).WithMany().HasForeignKey(r => r.ServiceClientId);
    }
}
