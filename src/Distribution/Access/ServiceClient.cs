using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Access;

/// <summary>
/// A machine client: software that acts for an organization, within the organization's rights and its own limits.
/// </summary>
sealed class ServiceClient
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The <c>client_id</c> of its tokens; unique.</summary>
    public required string ClientId { get; init; }

    /// <summary>For which organization it acts.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>The person who answers for it.</summary>
    public required Guid SponsorId { get; init; }

    /// <summary>What it is for.</summary>
    public required string Purpose { get; init; }

    /// <summary>The scopes it may ask for.</summary>
    public required string[] Scopes { get; init; }

    /// <summary>The narrowest TLP it may receive; never RED.</summary>
    public required Tlp TlpCeiling { get; init; }

    /// <summary>What was verified about it, as for a person.</summary>
    public required AttributeKind[] Attributes { get; init; }

    /// <summary>The types of product it may have; empty: all.</summary>
    public ProductType[] ProductTypes { get; init; } = [];

    /// <summary>The networks it may come from, such as <c>192.0.2.0/24</c>; empty: any.</summary>
    public string[] Networks { get; init; } = [];

    /// <summary>How many contents it may pull a day, UTC; null: as many as it likes.</summary>
    public int? DailyQuota { get; init; }

    /// <summary>Where it stands.</summary>
    public required ClientState State { get; init; }

    /// <summary>When it ends, UTC.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>The batch of generated rows it belongs to; null for a real one.</summary>
    public string? SyntheticBatch { get; init; }

    /// <summary>Counts its changes, from 1.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public required DateTime UpdatedAt { get; init; }

    /// <summary>For which organization it acts.</summary>
    public Organization Organization { get; init; } = null!;

    /// <summary>The person who answers for it.</summary>
    public Person Sponsor { get; init; } = null!;

    /// <summary>The lists it may receive from.</summary>
    public ICollection<ServiceClientList> Lists { get; init; } = null!;
}

file sealed class ServiceClientMapping : IEntityTypeConfiguration<ServiceClient>
{
    public void Configure(EntityTypeBuilder<ServiceClient> builder)
    {
        builder.ToTable("service_clients");
        builder.PrimitiveCollection(s => s.Attributes)
            .ElementType(element => element.HasConversion<string>());
        builder.PrimitiveCollection(s => s.ProductTypes)
            .ElementType(element => element.HasConversion<string>());
        builder.HasOne(c => c.Organization).WithMany().HasForeignKey(c => c.OrganizationId);
        builder.HasOne(c => c.Sponsor).WithMany().HasForeignKey(c => c.SponsorId);
    }
}
