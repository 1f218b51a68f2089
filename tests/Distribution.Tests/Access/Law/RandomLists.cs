using GraphApi.Distribution.Access;
using GraphApi.Distribution.Centers;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Lists;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Tests.Demonstration;

namespace GraphApi.Distribution.Tests.Access.Law;

/// <summary>The distribution lists of a random database, who is on them, and the machine clients.</summary>
sealed class RandomLists(Draw draw, RowBatch rows)
{
    readonly DateTime _made = FixedTime.Now.UtcDateTime.AddDays(-90);
    readonly List<Person> _people = [.. rows.Of<Person>()];
    readonly List<Organization> _organizations = [.. rows.Of<Organization>()];
    readonly List<FusionCenter> _centers = [.. rows.Of<FusionCenter>()];

    public void Add()
    {
        for (var i = 0; i < 9; i++)
        {
            AddList();
        }

        for (var i = 0; i < 6; i++)
        {
            AddClient(i);
        }

        var lists = rows.Of<DistributionList>().ToList();
        foreach (var person in _people)
        {
            AddMemberships(lists, 0, 2, (list, id) => Membership(list, id, person: person.Id));
        }

        foreach (var organization in _organizations)
        {
            AddMemberships(lists, 0, 4, (list, id) => Membership(list, id, organization: organization.Id));
        }

        foreach (var client in rows.Of<ServiceClient>().ToList())
        {
            AddMemberships(lists, 0, 2, (list, id) => Membership(list, id, client: client.Id));
        }
    }

    void AddList() => rows.Add(new DistributionList
    {
        Id = draw.Id(),
        Name = draw.Text("List"),
        OwnerId = draw.Pick(_centers).Id,
        Purpose = draw.Text("Purpose"),
        Kind = draw.Pick<DistributionListKind>(),
        TlpCeiling = draw.Pick<Tlp>(),
        CeilingSensitivities = [.. draw.Some(Enum.GetValues<Sensitivity>(), 0, 2)],
        ProductTypes = [.. draw.Some(Enum.GetValues<ProductType>(), 0, 2)],
        JoinPolicy = draw.Pick<JoinPolicy>(),
        MembershipVisibility = draw.Pick<MembershipVisibility>(),
        RecertifyEveryDays = 365,
        State = draw.Mostly(
            DistributionListState.Active, 0.8, DistributionListState.Suspended, DistributionListState.Archived),
        ClientAudienceId = draw.Chance(0.6) ? draw.Id() : null,
        MemberCount = draw.Between(0, 2_000),
        ExternalReference = draw.Text("external"),
        SyntheticBatch = "law",
        CreatedAt = _made,
        UpdatedAt = _made,
    });

    void AddClient(int index)
    {
        var client = new ServiceClient
        {
            Id = draw.Id(),
            ClientId = $"client-{index}",
            OrganizationId = draw.Pick(_organizations).Id,
            SponsorId = draw.Pick(_people).Id,
            Purpose = draw.Text("Purpose"),
            Scopes = draw.Chance(0.9) ? ["products.read"] : ["sync.read"],
            TlpCeiling = draw.Pick([Tlp.Clear, Tlp.Green, Tlp.Amber, Tlp.AmberStrict]),
            Attributes = [.. draw.Some(Enum.GetValues<AttributeKind>(), 0, 4)],
            State = draw.Mostly(ClientState.Active, 0.8, ClientState.Suspended, ClientState.Revoked),
            ExpiresAt = draw.Mostly(draw.Future(), 0.8, draw.Past()),
            SyntheticBatch = "law",
            CreatedAt = _made,
            UpdatedAt = _made,
        };
        rows.Add(client);
        foreach (var list in draw.Some([.. rows.Of<DistributionList>()], 0, 5))
        {
            rows.Add(new ServiceClientList { ServiceClientId = client.Id, ListId = list.Id });
        }
    }

    void AddMemberships(
        List<DistributionList> lists,
        int low,
        int high,
        Func<DistributionList, Guid, ListMembership> make)
    {
        foreach (var list in draw.Some(lists, low, high))
        {
            rows.Add(make(list, draw.Id()));
        }
    }

    ListMembership Membership(
        DistributionList list,
        Guid id,
        Guid? person = null,
        Guid? organization = null,
        Guid? client = null) => new()
        {
            Id = id,
            ListId = list.Id,
            CenterId = list.OwnerId,
            PersonId = person,
            OrganizationId = organization,
            ServiceClientId = client,
            Role = draw.Mostly(MembershipRole.Member, 0.7, MembershipRole.Manager, MembershipRole.Observer),
            State = draw.Mostly(MembershipState.Active, 0.75, Enum.GetValues<MembershipState>()),
            Basis = draw.Text("Basis"),
            SponsorId = draw.Chance(0.4) ? draw.Pick(_people).Id : null,
            RequestedAt = draw.Past(),
            DecidedById = draw.Chance(0.4) ? draw.Pick(_people).Id : null,
            GrantedAt = draw.Chance(0.8) ? draw.Past() : null,
            ExpiresAt = draw.End(),
            RecertifyBy = draw.EndDay(),
            EndedReason = draw.Chance(0.1) ? draw.Text("Reason") : null,
            CreatedAt = _made,
            UpdatedAt = _made,
        };
}
