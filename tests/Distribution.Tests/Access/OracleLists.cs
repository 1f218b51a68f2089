using GraphApi.Distribution.Access;
using GraphApi.Distribution.Lists;
using GraphApi.Distribution.Partners;

namespace GraphApi.Distribution.Tests.Access;

/// <summary>Which organizations are on which lists: by themselves, by their people or by their software.</summary>
static class OracleLists
{
    /// <summary>
    /// The organizations on lists by memberships in force, as the rows of each type have it. Some may come more than
    /// once.
    /// </summary>
    public static IEnumerable<(ListMembership Membership, DistributionList List, Guid Organization)> Organizations(
        Func<Type, IReadOnlyList<object>> rows, DateTime now)
    {
        var lists = rows(typeof(DistributionList)).Cast<DistributionList>().ToDictionary(list => list.Id);
        var people = rows(typeof(Person)).Cast<Person>().ToDictionary(p => p.Id, p => p.OrganizationId);
        var clients = rows(typeof(ServiceClient)).Cast<ServiceClient>().ToDictionary(c => c.Id, c => c.OrganizationId);
        foreach (var membership in rows(typeof(ListMembership)).Cast<ListMembership>())
        {
            var organization = membership switch
            {
                { OrganizationId: { } direct } => direct,
                { PersonId: { } person } => people.GetValueOrDefault(person),
                { ServiceClientId: { } client } when clients.TryGetValue(client, out var owner) => owner,
                _ => (Guid?)null,
            };
            if (membership.State == MembershipState.Active
                && (membership.ExpiresAt is not { } end || end > now)
                && (membership.RecertifyBy is not { } day || day >= DateOnly.FromDateTime(now))
                && organization is { } found
                && lists.TryGetValue(membership.ListId, out var list))
            {
                yield return (membership, list, found);
            }
        }
    }
}
