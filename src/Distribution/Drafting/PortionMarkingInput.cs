using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Drafting;

/// <inheritdoc cref="PortionMarking"/>
sealed record PortionMarkingInput(
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
    /// <summary>The marking: what was named twice is in it once, in the order of the registry.</summary>
    public PortionMarking ToMarking() => new(
        Tlp,
        [.. CuiBasic.Distinct().Order()],
        [.. CuiSpecified.Distinct().Order()],
        [.. DisseminationControls.Distinct().Order()],
        [.. Sensitivities.Distinct().Order()],
        [.. LegacyMarkings.Distinct().Order()],
        [.. ReleasableTo.Distinct().Order(StringComparer.Ordinal)],
        OriginatorControl,
        DesignatedBy,
        [.. Purposes.Distinct().Order()]);
}
