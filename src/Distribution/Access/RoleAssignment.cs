using GraphApi.Distribution.Centers;
using GraphApi.Distribution.Partners;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Access;

/// <summary>A role somebody holds. A role claim of a token counts only where it is confirmed here.</summary>
sealed class RoleAssignment
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>What this person may do.</summary>
    public required PersonRole Role { get; init; }

    /// <summary>At which center; null for roles of the whole network.</summary>
    public Guid? CenterId { get; init; }

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

    /// <summary>At which center; null for roles of the whole network.</summary>
    public FusionCenter? Center { get; init; }
}

file sealed class RoleAssignmentMapping : IEntityTypeConfiguration<RoleAssignment>
{
    public void Configure(EntityTypeBuilder<RoleAssignment> builder)
    {
        builder.ToTable("role_assignments");
        builder.HasOne(a => a.Person).WithMany(p => p.Roles).HasForeignKey(a => a.PersonId);
        builder.HasOne(a => a.Center).WithMany().HasForeignKey(a => a.CenterId);
    }
}
