using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Products;

/// <summary>The fields of <c>Portion</c>.</summary>
sealed class PortionFields : EntityFields<Portion>
{
    public PortionFields()
    {
        OrderBy(portion => portion.Ordinal);
        // Reading it leaves an access record, which needs to know of which portion it is.
        Column(
            "text",
            portion => portion.Text,
            portion => portion.VersionId,
            portion => portion.OriginatorId,
            portion => portion.Ordinal);
        Memory(
            "marking",
            PortionMarking.Of,
            portion => portion.Tlp,
            portion => portion.CuiBasic,
            portion => portion.CuiSpecified,
            portion => portion.DisseminationControls,
            portion => portion.Sensitivities,
            portion => portion.LegacyMarkings,
            portion => portion.ReleasableTo,
            portion => portion.OriginatorControl,
            portion => portion.DesignatedBy,
            portion => portion.Purposes);
    }
}
