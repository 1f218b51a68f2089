using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Jurisdictions;

/// <summary>A state, the federal district or a territory.</summary>
sealed class Jurisdiction
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What kind of jurisdiction it is.</summary>
    public required JurisdictionKind Kind { get; init; }

    /// <summary>The official short name.</summary>
    public required string Name { get; init; }

    /// <summary>The two digits of INCITS 38 (formerly FIPS 5-2), such as <c>06</c>; unique.</summary>
    public required string FipsCode { get; init; }

    /// <summary>The two letters of the Postal Service, such as <c>CA</c>; unique.</summary>
    public required string PostalCode { get; init; }

    /// <summary>Counts its changes, from 1.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public required DateTime UpdatedAt { get; init; }
}

file sealed class JurisdictionMapping : IEntityTypeConfiguration<Jurisdiction>
{
    public void Configure(EntityTypeBuilder<Jurisdiction> builder)
    {
        builder.ToTable("jurisdictions");
    }
}
