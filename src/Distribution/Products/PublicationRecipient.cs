using GraphApi.Distribution.Partners;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Products;

/// <summary>A recipient that a publication names: a person or an organization.</summary>
sealed class PublicationRecipient
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The publication.</summary>
    public required Guid PublicationId { get; init; }

    /// <summary>The recipient, where it is a person.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The recipient, where it is an organization.</summary>
    public Guid? OrganizationId { get; init; }

    /// <summary>The publication.</summary>
    public Publication Publication { get; init; } = null!;

    /// <summary>The recipient, where it is a person.</summary>
    public Person? Person { get; init; }

    /// <summary>The recipient, where it is an organization.</summary>
    public Organization? Organization { get; init; }
}

file sealed class PublicationRecipientMapping : IEntityTypeConfiguration<PublicationRecipient>
{
    public void Configure(EntityTypeBuilder<PublicationRecipient> builder)
    {
        builder.ToTable("publication_recipients");
        builder.HasOne(r => r.Publication).WithMany(p => p.Recipients).HasForeignKey(r => r.PublicationId);
        builder.HasOne(r => r.Person).WithMany().HasForeignKey(r => r.PersonId);
        builder.HasOne(r => r.Organization).WithMany().HasForeignKey(r => r.OrganizationId);
    }
}
