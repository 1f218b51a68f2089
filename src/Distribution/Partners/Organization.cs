using GraphApi.Data.Bindings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Partners;

/// <summary>A partner organization, or one that may become a partner.</summary>
sealed class Organization : IGuardedRow
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The name in law.</summary>
    public required string LegalName { get; init; }

    /// <summary>The name shown.</summary>
    public required string DisplayName { get; init; }

    /// <summary>What kind of stakeholder it is.</summary>
    public required StakeholderKind Kind { get; init; }

    /// <summary>The level of government it belongs to.</summary>
    public required GovernmentLevel GovernmentLevel { get; init; }

    /// <summary>Where it stands in its partnership.</summary>
    public required OrganizationStatus Status { get; init; }

    /// <summary>The organization it is part of; null: none.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>
    /// Whether it agreed to be in the directory of its centers' partners, and so sees that directory.
    /// </summary>
    public bool IsDirectoryListed { get; init; }

    /// <summary>Whether anyone may know it is a partner.</summary>
    public bool IsPubliclyListed { get; init; }

    /// <summary>What the system it was imported from calls it; null: not imported.</summary>
    public string? ExternalReference { get; init; }

    /// <summary>The batch of generated rows it belongs to; null for a real one.</summary>
    public string? SyntheticBatch { get; init; }

    /// <summary>Counts its changes, from 1.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public required DateTime UpdatedAt { get; init; }

    /// <inheritdoc/>
    public long Readable { get; init; }

    /// <summary>The organization it is part of.</summary>
    public Organization? Parent { get; init; }

    /// <summary>The centers it is a customer of.</summary>
    public ICollection<OrganizationCenter> HomeCenters { get; init; } = null!;

    /// <summary>The sectors it works in.</summary>
    public ICollection<OrganizationSector> Sectors { get; init; } = null!;

    /// <summary>The disciplines it works in.</summary>
    public ICollection<OrganizationDiscipline> Disciplines { get; init; } = null!;

    /// <summary>Where it works.</summary>
    public ICollection<OrganizationJurisdiction> Jurisdictions { get; init; } = null!;

    /// <summary>The lifelines it sustains.</summary>
    public ICollection<OrganizationLifeline> Lifelines { get; init; } = null!;

    /// <summary>Its national affiliations.</summary>
    public ICollection<Affiliation> Affiliations { get; init; } = null!;

    /// <summary>What it answered before it became a partner; null: nothing yet.</summary>
    public PartnerQuestionnaire? Questionnaire { get; init; }

    /// <summary>Its sharing agreements.</summary>
    public ICollection<SharingAgreement> Agreements { get; init; } = null!;

    /// <summary>Its clients.</summary>
    public ICollection<OrganizationClient> Clients { get; init; } = null!;

    /// <summary>Its liaisons.</summary>
    public ICollection<LiaisonAssignment> Liaisons { get; init; } = null!;

    /// <summary>Its people.</summary>
    public ICollection<Person> People { get; init; } = null!;
}

file sealed class OrganizationMapping : IEntityTypeConfiguration<Organization>
{
    public void Configure(EntityTypeBuilder<Organization> builder)
    {
        builder.ToTable("organizations");
        builder.Ignore(row => row.Readable);
        builder.HasOne(o => o.Parent).WithMany().HasForeignKey(o => o.ParentId);
    }
}
