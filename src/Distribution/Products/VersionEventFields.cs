using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Products;

/// <summary>The fields of <c>VersionEvent</c>.</summary>
sealed class VersionEventFields : EntityFields<VersionEvent>
{
    public VersionEventFields()
    {
        OrderBy(step => step.OccurredAt);
        OrderBy(step => step.Revision);
    }
}
