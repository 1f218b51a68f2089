using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Sectors;

/// <summary>A critical infrastructure sector, with the time in which it was one.</summary>
sealed class Sector
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Our code, such as <c>ENERGY</c>; stable and unique.</summary>
    public required string Code { get; init; }

    /// <summary>The name in use.</summary>
    public required string Name { get; init; }

    /// <summary>The day from which it was a sector.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>The day on which it stopped being one of its own; null while it is one.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>The sector that took it in; null while it is valid.</summary>
    public Guid? SuccessorId { get; init; }

    /// <summary>Its value in the MISP taxonomy dhs-ciip-sectors; null where that has none.</summary>
    public string? MispCode { get; init; }

    /// <summary>The codes of NIEM's target sector list that fall into it, the closest first.</summary>
    public required string[] NiemCodes { get; init; }

    /// <summary>Its name in the eighteen-sector list that the GFIPM and NIEF sector attribute refers to.</summary>
    public required string NippName { get; init; }

    /// <summary>Counts its changes, from 1.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public required DateTime UpdatedAt { get; init; }

    /// <summary>The sector that took it in; null while it is valid.</summary>
    public Sector? Successor { get; init; }
}

file sealed class SectorMapping : IEntityTypeConfiguration<Sector>
{
    public void Configure(EntityTypeBuilder<Sector> builder)
    {
        builder.ToTable("sectors");
        builder.HasOne(s => s.Successor).WithMany().HasForeignKey(s => s.SuccessorId);
    }
}
