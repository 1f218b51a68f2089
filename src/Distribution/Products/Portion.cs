using GraphApi.Distribution.AccessRecords;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Products;

/// <summary>A portion of a version, with a marking of its own.</summary>
sealed class Portion : IRecordedContent
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The version.</summary>
    public required Guid VersionId { get; init; }

    /// <summary>The center that made the version.</summary>
    public required Guid OriginatorId { get; init; }

    /// <summary>Its place within the version, from 0.</summary>
    public int Ordinal { get; init; }

    /// <summary>Its name within the version; the same portion keeps it from version to version.</summary>
    public required string Key { get; init; }

    /// <summary>What it is.</summary>
    public required PortionKind Kind { get; init; }

    /// <summary>What it says, in Markdown.</summary>
    public required string Text { get; init; }

    /// <summary>Whether it is made to be passed on below the tearline.</summary>
    public bool IsTearline { get; init; }

    /// <summary>Whether it identifies a United States person.</summary>
    public bool ContainsUsPersonInformation { get; init; }

    /// <summary>How likely the judgment is; null where it is no judgment.</summary>
    public Likelihood? Likelihood { get; init; }

    /// <summary>How well founded the judgment is; null where it is no judgment.</summary>
    public AnalyticConfidence? Confidence { get; init; }

    /// <summary>Its TLP.</summary>
    public required Tlp Tlp { get; init; }

    /// <summary>Its CUI Basic categories.</summary>
    public required CuiCategory[] CuiBasic { get; init; }

    /// <summary>Its CUI Specified categories.</summary>
    public required CuiCategory[] CuiSpecified { get; init; }

    /// <summary>Its limited dissemination controls.</summary>
    public required LimitedDisseminationControl[] DisseminationControls { get; init; }

    /// <summary>The countries of REL TO and DISPLAY ONLY, ISO 3166-1 alpha-3.</summary>
    public required string[] ReleasableTo { get; init; }

    /// <summary>Its sensitivities.</summary>
    public required Sensitivity[] Sensitivities { get; init; }

    /// <summary>Its markings of older systems.</summary>
    public required LegacyMarking[] LegacyMarkings { get; init; }

    /// <summary>Whether the originator keeps a say in further release.</summary>
    public required OriginatorControl OriginatorControl { get; init; }

    /// <summary>What its marking permits beyond reading.</summary>
    public required PrivilegeAction[] Purposes { get; init; }

    /// <summary>The agency that designated its controls; null: it has none.</summary>
    public string? DesignatedBy { get; init; }

    /// <summary>What a reader must hold to see it: bits of Requirement, made of its marking.</summary>
    public long Requires { get; init; }

    /// <summary>Counts its changes, from 1.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public required DateTime UpdatedAt { get; init; }

    /// <summary>The version.</summary>
    public ProductVersion Version { get; init; } = null!;
}

file sealed class PortionMapping : IEntityTypeConfiguration<Portion>
{
    public void Configure(EntityTypeBuilder<Portion> builder)
    {
        builder.ToTable("portions");
        builder.PrimitiveCollection(p => p.CuiBasic)
            .ElementType(element => element.HasConversion<string>());
        builder.PrimitiveCollection(p => p.CuiSpecified)
            .ElementType(element => element.HasConversion<string>());
        builder.PrimitiveCollection(p => p.DisseminationControls)
            .ElementType(element => element.HasConversion<string>());
        builder.PrimitiveCollection(p => p.Sensitivities)
            .ElementType(element => element.HasConversion<string>());
        builder.PrimitiveCollection(p => p.LegacyMarkings)
            .ElementType(element => element.HasConversion<string>());
        builder.PrimitiveCollection(p => p.Purposes)
            .ElementType(element => element.HasConversion<string>());
        builder.HasOne(p => p.Version).WithMany(v => v.Portions).HasForeignKey(p => p.VersionId);
    }
}
