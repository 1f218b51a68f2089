using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Lists;

/// <summary>The fields of <c>ListMembership</c>.</summary>
sealed class ListMembershipFields : EntityFields<ListMembership>
{
    public ListMembershipFields()
    {
        OrderByDescending(membership => membership.RequestedAt);
        OneOf(
            "member",
            membership => membership.Person,
            membership => membership.Organization,
            membership => membership.ServiceClient);
    }
}
