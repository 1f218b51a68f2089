using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Sectors;

/// <summary>The fields of <c>Sector</c>.</summary>
sealed class SectorFields : EntityFields<Sector>
{
    public SectorFields()
    {
        OrderBy(sector => sector.Name);
    }
}
