using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.AccessGrants;

/// <summary>The fields of <c>AccessGrant</c> that are not simply a column or reference of their name.</summary>
sealed class AccessGrantFields : EntityFields<AccessGrant>
{
    public AccessGrantFields()
    {
        OrderByDescending(grant => grant.RequestedAt);
        Computed("state", grant => grant.PresentState, AccessGrant.StateNow);
        Reference("center", grant => grant.Originator);
        Memory("isWholeCenter", grant => grant.ProductId is null, grant => grant.ProductId);
        Children("events", grant => grant.Events).OrderBy(step => step.Revision);
    }
}
