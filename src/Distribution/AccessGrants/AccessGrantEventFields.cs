using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.AccessGrants;

/// <summary>The fields of <c>AccessGrantEvent</c> that are not simply a column of their name.</summary>
sealed class AccessGrantEventFields : EntityFields<AccessGrantEvent>
{
    public AccessGrantEventFields() => OrderByDescending(step => step.OccurredAt);
}
