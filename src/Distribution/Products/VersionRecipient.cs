using GraphApi.Distribution.Partners;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Products;

/// <summary>
/// A person or organization that a version is meant for by name. Part of the draft, as <see cref="VersionList"/> is.
/// </summary>
sealed class VersionRecipient
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The version.</summary>
    public required Guid VersionId { get; init; }

    /// <summary>The recipient, where it is a person.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The recipient, where it is an organization.</summary>
    public Guid? OrganizationId { get; init; }

    /// <summary>The version.</summary>
    public ProductVersion Version { get; init; } = null!;

    /// <summary>The recipient, where it is a person.</summary>
    public Person? Person { get; init; }

    /// <summary>The recipient, where it is an organization.</summary>
    public Organization? Organization { get; init; }
}

file sealed class VersionRecipientMapping : IEntityTypeConfiguration<VersionRecipient>
{
    public void Configure(EntityTypeBuilder<VersionRecipient> builder)
    {
        builder.ToTable("version_recipients");
        builder.HasOne(r => r.Version).WithMany(v => v.IntendedRecipients).HasForeignKey(r => r.VersionId);
        builder.HasOne(r => r.Person).WithMany().HasForeignKey(r => r.PersonId);
        builder.HasOne(r => r.Organization).WithMany().HasForeignKey(r => r.OrganizationId);
    }
}
