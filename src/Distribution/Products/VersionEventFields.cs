using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Products;

/// <summary>The fields of <c>VersionEvent</c>.</summary>
sealed class VersionEventFields : EntityFields<VersionEvent>
{
    public VersionEventFields()
    {
        OrderBy(step => step.OccurredAt);
        // Reading it leaves an access record, which needs to know of which version it is.
        Column("reason", step => step.Reason, step => step.VersionId, step => step.OriginatorId);
        OrderBy(step => step.Revision);
    }
}
