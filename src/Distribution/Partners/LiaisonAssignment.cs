using GraphApi.Distribution.Centers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Partners;

/// <summary>Somebody who bridges a center and its partners.</summary>
sealed class LiaisonAssignment
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What kind of liaison.</summary>
    public required LiaisonKind Kind { get; init; }

    /// <summary>Who.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>For which center.</summary>
    public required Guid CenterId { get; init; }

    /// <summary>For which organization; null: for all of the center's.</summary>
    public Guid? OrganizationId { get; init; }

    /// <summary>The district, where the assignment has one.</summary>
    public string? District { get; init; }

    /// <summary>The type of a fusion liaison officer; null for other kinds.</summary>
    public FusionLiaisonOfficerType? OfficerType { get; init; }

    /// <summary>Where the assignment stands.</summary>
    public required LiaisonState State { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>The day after the last; null: open-ended.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>Counts its changes, from 1.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public required DateTime UpdatedAt { get; init; }

    /// <summary>Who.</summary>
    public Person Person { get; init; } = null!;

    /// <summary>For which center.</summary>
    public FusionCenter Center { get; init; } = null!;

    /// <summary>For which organization; null: for all of the center's.</summary>
    public Organization? Organization { get; init; }
}

file sealed class LiaisonAssignmentMapping : IEntityTypeConfiguration<LiaisonAssignment>
{
    public void Configure(EntityTypeBuilder<LiaisonAssignment> builder)
    {
        builder.ToTable("liaison_assignments");
        builder.HasOne(a => a.Person).WithMany().HasForeignKey(a => a.PersonId);
        builder.HasOne(a => a.Center).WithMany(c => c.Liaisons).HasForeignKey(a => a.CenterId);
        builder.HasOne(a => a.Organization).WithMany(o => o.Liaisons).HasForeignKey(a => a.OrganizationId);
    }
}
