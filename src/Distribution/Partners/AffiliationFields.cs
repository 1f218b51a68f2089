using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Partners;

/// <summary>The fields of <c>Affiliation</c>.</summary>
sealed class AffiliationFields : EntityFields<Affiliation>
{
    public AffiliationFields()
    {
        OrderBy(affiliation => affiliation.Name);
    }
}
