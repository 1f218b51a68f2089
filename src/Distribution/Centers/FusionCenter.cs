using GraphApi.Distribution.Lists;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Centers;

/// <summary>
/// A fusion center: a state's or urban area's own center that receives, analyzes, gathers and shares.
/// </summary>
sealed class FusionCenter
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The full name.</summary>
    public required string Name { get; init; }

    /// <summary>A short name for lists and screens.</summary>
    public required string ShortName { get; init; }

    /// <summary>How the federal government designates it.</summary>
    public required FusionCenterDesignation Designation { get; init; }

    /// <summary>What kind of area it serves.</summary>
    public required FusionCenterScope Scope { get; init; }

    /// <summary>The hazards of its mission.</summary>
    public required HazardScope[] MissionScopes { get; init; }

    /// <summary>The agency that hosts it; null where that is no partner here.</summary>
    public Guid? HostAgencyId { get; init; }

    /// <summary>The public mailbox; null: none.</summary>
    public string? ContactEmail { get; init; }

    /// <summary>The public telephone number; null: none.</summary>
    public string? ContactPhone { get; init; }

    /// <summary>The public site; null: none.</summary>
    public string? ContactUrl { get; init; }

    /// <summary>The mailbox of its privacy, civil rights and civil liberties office; null: none.</summary>
    public string? PrivacyMailbox { get; init; }

    /// <summary>The title of its privacy policy; null: none is published.</summary>
    public string? PrivacyPolicyTitle { get; init; }

    /// <summary>Where that policy is; null: at no stable address.</summary>
    public string? PrivacyPolicyUrl { get; init; }

    /// <summary>Which version of that policy is in force; null: none is published.</summary>
    public string? PrivacyPolicyVersion { get; init; }

    /// <summary>The day that version was adopted; null: none is published.</summary>
    public DateOnly? PrivacyPolicyAdoptedOn { get; init; }

    /// <summary>How far it engages with the private sector.</summary>
    public required EngagementLevel EngagementLevel { get; init; }

    /// <summary>How a private partner comes to be engaged; null: not published.</summary>
    public string? EngagementProcess { get; init; }

    /// <summary>What the law of its jurisdiction rules out; null: nothing published.</summary>
    public string? EngagementRestrictions { get; init; }

    /// <summary>How anyone asks to see, correct or remove what is held about them, in plain language.</summary>
    public required string RedressProcedure { get; init; }

    /// <summary>The batch of generated rows it belongs to; null for a real one.</summary>
    public string? SyntheticBatch { get; init; }

    /// <summary>Counts its changes, from 1.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public required DateTime UpdatedAt { get; init; }

    /// <summary>The agency that hosts it.</summary>
    public Organization? HostAgency { get; init; }

    /// <summary>Where it is responsible.</summary>
    public ICollection<CenterJurisdiction> AreaOfResponsibility { get; init; } = null!;

    /// <summary>The disciplines it serves.</summary>
    public ICollection<CenterDiscipline> Disciplines { get; init; } = null!;

    /// <summary>Its liaisons.</summary>
    public ICollection<LiaisonAssignment> Liaisons { get; init; } = null!;

    /// <summary>Its privacy, civil rights and civil liberties officers.</summary>
    public ICollection<CenterOfficer> PcrclOfficers { get; init; } = null!;

    /// <summary>Its distribution lists.</summary>
    public ICollection<DistributionList> Lists { get; init; } = null!;

    /// <summary>Its products.</summary>
    public ICollection<Product> Products { get; init; } = null!;
}

file sealed class FusionCenterMapping : IEntityTypeConfiguration<FusionCenter>
{
    public void Configure(EntityTypeBuilder<FusionCenter> builder)
    {
        builder.ToTable("fusion_centers");
        builder.PrimitiveCollection(f => f.MissionScopes)
            .ElementType(element => element.HasConversion<string>());
        builder.HasOne(c => c.HostAgency).WithMany().HasForeignKey(c => c.HostAgencyId);
    }
}
