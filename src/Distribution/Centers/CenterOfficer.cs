using GraphApi.Distribution.Partners;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Centers;

/// <summary>A privacy, civil rights and civil liberties officer of a center: a view of the roles.</summary>
sealed class CenterOfficer
{
    /// <summary>The id of the role.</summary>
    public required Guid Id { get; init; }

    /// <summary>The center.</summary>
    public required Guid CenterId { get; init; }

    /// <summary>The officer.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>The day after the last; null: open-ended.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>The center.</summary>
    public FusionCenter Center { get; init; } = null!;

    /// <summary>The officer.</summary>
    public Person Person { get; init; } = null!;
}

file sealed class CenterOfficerMapping : IEntityTypeConfiguration<CenterOfficer>
{
    public void Configure(EntityTypeBuilder<CenterOfficer> builder)
    {
        builder.ToView("center_officers");
        builder.HasOne(o => o.Center).WithMany(c => c.PcrclOfficers).HasForeignKey(o => o.CenterId);
        builder.HasOne(o => o.Person).WithMany().HasForeignKey(o => o.PersonId);
    }
}
