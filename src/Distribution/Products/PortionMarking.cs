namespace GraphApi.Distribution.Products;

/// <summary>How a portion must be handled. The information is unclassified: nothing classified is held here.</summary>
/// <param name="Tlp">Its TLP.</param>
/// <param name="CuiBasic">Its CUI Basic categories.</param>
/// <param name="CuiSpecified">Its CUI Specified categories.</param>
/// <param name="DisseminationControls">Its limited dissemination controls.</param>
/// <param name="Sensitivities">Its sensitivities.</param>
/// <param name="LegacyMarkings">Its markings of older systems.</param>
/// <param name="ReleasableTo">The countries of REL TO and DISPLAY ONLY, ISO 3166-1 alpha-3.</param>
/// <param name="OriginatorControl">Whether the originator keeps a say in further release.</param>
/// <param name="DesignatedBy">The agency that designated its controls; null: it has none.</param>
/// <param name="Purposes">What it permits beyond reading.</param>
sealed record PortionMarking(
    Tlp Tlp,
    CuiCategory[] CuiBasic,
    CuiCategory[] CuiSpecified,
    LimitedDisseminationControl[] DisseminationControls,
    Sensitivity[] Sensitivities,
    LegacyMarking[] LegacyMarkings,
    string[] ReleasableTo,
    OriginatorControl OriginatorControl,
    string? DesignatedBy,
    PrivilegeAction[] Purposes)
{
    /// <summary>A marking that is a TLP and nothing else.</summary>
    public static PortionMarking Plain(Tlp tlp) => new(tlp, [], [], [], [], [], [], OriginatorControl.None, null, []);

    /// <summary>The marking of a portion whose marking columns are loaded.</summary>
    public static PortionMarking Of(Portion portion) => new(
        portion.Tlp,
        portion.CuiBasic,
        portion.CuiSpecified,
        portion.DisseminationControls,
        portion.Sensitivities,
        portion.LegacyMarkings,
        portion.ReleasableTo,
        portion.OriginatorControl,
        portion.DesignatedBy,
        portion.Purposes);
}
