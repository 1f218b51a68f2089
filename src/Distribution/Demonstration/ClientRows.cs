using GraphApi.Distribution.Access;
using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Demonstration;

/// <summary>Makes machine clients with the lists they may receive from.</summary>
static class ClientRows
{
    /// <summary>Adds the clients, their list subsets and their memberships.</summary>
    public static void Add(
        SeedFrame frame,
        IReadOnlyList<SyntheticOrganization> organizations,
        IReadOnlyList<SyntheticPerson> partners,
        RowBatch batch)
    {
        for (var index = 0; index < frame.Plan.Clients; index++)
        {
            var random = RowIds.Random(RowKind.ServiceClient, index);
            var id = random.NextId();
            if (index < NamedClient.All.Count)
            {
                var named = NamedClient.All[index];
                var organization = organizations[(int)named.Organization];
                AddClient(
                    frame, id, named.ClientId, organization, named.Description, named.Ceiling, named.State, partners,
                    batch);
                foreach (var center in Enumerable.Range(0, Math.Min(OrganizationRows.NamedReach, frame.Plan.Centers)))
                {
                    AddLists(
                        frame, index, id, center,
                        [.. named.Lists.Where(place => center < MembershipRows.ReachOf(place))], batch);
                }

                continue;
            }

            // The organizations after the named ones; each has at most one client.
            var owner = organizations[NamedClient.All.Count + index];
            var ceiling = random.Weighted<Tlp>([(Tlp.Green, 5), (Tlp.Amber, 4), (Tlp.AmberStrict, 1)]);
            var state = random.Weighted<ClientState>(
                [(ClientState.Active, 92), (ClientState.Suspended, 4), (ClientState.Revoked, 2),
                    (ClientState.Expired, 2)]);
            AddClient(
                frame, id, $"client-{index:0000}", owner, "Pulls products into the organization's own portal.", ceiling,
                state, partners, batch);
            AddLists(frame, index, id, owner.Center, [ListRows.AllPartners], batch);
        }
    }

    static void AddClient(
        SeedFrame frame,
        Guid id,
        string clientId,
        SyntheticOrganization organization,
        string purpose,
        Tlp ceiling,
        ClientState state,
        IReadOnlyList<SyntheticPerson> partners,
        RowBatch batch) => batch.Add(new ServiceClient
        {
            Id = id,
            ClientId = clientId,
            OrganizationId = organization.Id,
            // A client without an active sponsor has no rights: where the organization has nobody, a colleague
            // stands in.
            SponsorId = partners.FirstOrDefault(
                person => person.Organization == organization.Index && person.IsActive,
                partners.First(person => person.IsActive)).Id,
            Purpose = purpose,
            Scopes = ["products.read", "sync.read"],
            TlpCeiling = ceiling,
            Attributes = [AttributeKind.UsPerson],
            State = state,
            ExpiresAt = frame.Epoch.AddDays(state == ClientState.Expired ? -20 : 365),
            SyntheticBatch = frame.Batch,
            CreatedAt = frame.Founded,
            UpdatedAt = frame.Founded,
        });

    static void AddLists(SeedFrame frame, int index, Guid client, int center, int[] places, RowBatch batch)
    {
        foreach (var place in places.Where(place => place < frame.Plan.ListsPerCenter))
        {
            batch.Add(new ServiceClientList { ServiceClientId = client, ListId = RowIds.List(center, place) });
            batch.Add(MembershipRows.OfClient(frame, center, place, index, client));
        }
    }
}
