using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Partners;

/// <summary>
/// A client of an organization: TLP:AMBER may be passed on to it where the list and the agreement say so.
/// </summary>
sealed class OrganizationClient
{
    /// <summary>The organization, such as an ISAC.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>Its client, such as a member of the ISAC.</summary>
    public required Guid ClientId { get; init; }

    /// <summary>The organization.</summary>
    public Organization Organization { get; init; } = null!;

    /// <summary>Its client.</summary>
    public Organization Client { get; init; } = null!;
}

file sealed class OrganizationClientMapping : IEntityTypeConfiguration<OrganizationClient>
{
    public void Configure(EntityTypeBuilder<OrganizationClient> builder)
    {
        builder.ToTable("organization_clients");
        builder.HasKey(o => new { o.OrganizationId, o.ClientId });
        builder.HasOne(l => l.Organization).WithMany(o => o.Clients).HasForeignKey(l => l.OrganizationId);
        builder.HasOne(l => l.Client).WithMany().HasForeignKey(l => l.ClientId);
    }
}
