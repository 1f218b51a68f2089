using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Sectors;

/// <summary>The fields of <c>CommunityLifeline</c>.</summary>
sealed class CommunityLifelineFields : EntityFields<CommunityLifeline>
{
    public CommunityLifelineFields()
    {
        OrderBy(lifeline => lifeline.Name);
    }
}
