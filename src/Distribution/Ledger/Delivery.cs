using GraphApi.Distribution.Access;
using GraphApi.Distribution.Lists;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Ledger;

/// <summary>
/// That a version was given to one recipient by one publication. Written with the release, never changed or deleted;
/// the database keeps no foreign keys: the record outlives what it is about.
/// </summary>
sealed class Delivery
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The publication.</summary>
    public required Guid PublicationId { get; init; }

    /// <summary>The version.</summary>
    public required Guid VersionId { get; init; }

    /// <summary>The product.</summary>
    public required Guid ProductId { get; init; }

    /// <summary>The center that made it.</summary>
    public required Guid OriginatorId { get; init; }

    /// <summary>To whom: a person, an organization or a machine client; one of the next three.</summary>
    public required Guid RecipientId { get; init; }

    /// <summary>The recipient, where it is a person.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The recipient, where it is an organization: all its people.</summary>
    public Guid? OrganizationId { get; init; }

    /// <summary>The recipient, where it is a machine client.</summary>
    public Guid? ServiceClientId { get; init; }

    /// <summary>The organization the recipient belonged to then, or is; null: none.</summary>
    public Guid? RecipientOrganizationId { get; init; }

    /// <summary>Why it was given to the recipient.</summary>
    public required DeliveryRule Rule { get; init; }

    /// <summary>The list it went to; null: the recipient was named.</summary>
    public Guid? ListId { get; init; }

    /// <summary>How the recipient gets it.</summary>
    public required DeliveryChannel Channel { get; init; }

    /// <summary>
    /// The portions of the version, as <see cref="AccessRecords.PortionSet"/> writes them. Which of them the recipient
    /// may see is decided when he reads, and recorded then.
    /// </summary>
    public required byte[] Portions { get; init; }

    /// <summary>What a reader must hold to see any of it: bits of <see cref="Requirement"/> and of the type.</summary>
    public required long Requires { get; init; }

    /// <summary>Whether the recipient is to say that it arrived.</summary>
    public required bool IsAcknowledgementRequired { get; init; }

    /// <summary>When it was given, UTC.</summary>
    public required DateTime DeliveredAt { get; init; }

    /// <summary>The version.</summary>
    public ProductVersion? Version { get; init; }

    /// <summary>The product.</summary>
    public Product? Product { get; init; }

    /// <summary>The recipient, where it is a person.</summary>
    public Person? Person { get; init; }

    /// <summary>The recipient, where it is an organization.</summary>
    public Organization? Organization { get; init; }

    /// <summary>The recipient, where it is a machine client.</summary>
    public ServiceClient? ServiceClient { get; init; }

    /// <summary>The list it went to.</summary>
    public DistributionList? List { get; init; }
}

file sealed class DeliveryMapping : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.ToTable("deliveries");
        builder.HasOne(d => d.Version).WithMany(v => v.Deliveries).HasForeignKey(d => d.VersionId);
        builder.HasOne(d => d.Product).WithMany().HasForeignKey(d => d.ProductId);
        builder.HasOne(d => d.Person).WithMany().HasForeignKey(d => d.PersonId);
        builder.HasOne(d => d.Organization).WithMany().HasForeignKey(d => d.OrganizationId);
        builder.HasOne(d => d.ServiceClient).WithMany().HasForeignKey(d => d.ServiceClientId);
        builder.HasOne(d => d.List).WithMany().HasForeignKey(d => d.ListId);
    }
}
