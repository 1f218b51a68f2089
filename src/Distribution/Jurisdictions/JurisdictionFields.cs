using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Jurisdictions;

/// <summary>The fields of <c>Jurisdiction</c>.</summary>
sealed class JurisdictionFields : EntityFields<Jurisdiction>
{
    public JurisdictionFields()
    {
        OrderBy(jurisdiction => jurisdiction.FipsCode);
    }
}
