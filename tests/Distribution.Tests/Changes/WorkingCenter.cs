using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using GraphApi.Data.Bindings;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.AccessRecords;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Lists;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Tests.AccessGrants;
using GraphApi.Distribution.Tests.Publishing;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Changes;

/// <summary>
/// A center at work: its people release, replace, renew and recall products and change who may have them, at random and
/// by the mutations there are. It remembers what there were rights to at each step. Mutable.
/// </summary>
sealed class WorkingCenter(DistributionHost host, Random random)
{
    const string Reason = ReleaseScene.Reason;
    const string Refused = "refused";
    const string Administrator = "administrator, stepped up";

    /// <summary>Whom it changes the rights of.</summary>
    public static readonly IReadOnlyList<string> Readers =
    [
        "partner-fire", "partner-water", "partner-law-enforcement", "partner-non-us", "client-hsin", "analyst",
        GrantScene.Auditor,
    ];

    static readonly string[] Members = ["partner-fire", "partner-water", "partner-law-enforcement", "partner-non-us"];

    readonly ReleaseScene _scene = new(host);
    readonly GrantScene _grants = new(host);
    readonly List<Guid> _lists = [];
    readonly Dictionary<(Guid List, string Who), JsonElement> _memberships = [];
    readonly List<Made> _products = [];
    readonly List<ILookup<Guid, Entitlement>> _history = [];
    JsonElement? _grant;

    /// <summary>The step of the present.</summary>
    public int Step => _history.Count;

    /// <summary>What was done, and how often.</summary>
    public Dictionary<string, int> Done { get; } = [];

    /// <summary>The last thing that was done.</summary>
    public string Last { get; private set; } = "";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    DateTime Now => host.Clock.GetUtcNow().UtcDateTime;

    /// <summary>Makes two lists of its own, on which some of the readers are.</summary>
    public async Task BeginAsync()
    {
        await using (var context = host.Module.AccessDatabase.CreateContext())
        {
            for (var i = 0; i < 2; i++)
            {
                var list = NewList();
                context.Add(list);
                _lists.Add(list.Id);
            }

            await context.SaveChangesAsync(Stop);
        }

        foreach (var who in Members.Where(_ => random.Next(2) == 0))
        {
            await ChangeMembershipAsync(_lists[0], who);
        }

        await RememberAsync();
    }

    /// <summary>One thing that is done at random, and what the clock makes of the time it took.</summary>
    public async Task WorkAsync()
    {
        host.Clock.Ahead += TimeSpan.FromMilliseconds(random.Next(0, 1500));
        Last = await (random.Next(12) switch
        {
            0 or 1 or 2 => PublishAsync(),
            3 => ReplaceAsync(),
            4 => RecallAsync(),
            5 => RenewAsync(),
            6 or 7 => ChangeMembershipAsync(Pick(_lists), Pick(Members)),
            8 => ChangeStandingAsync(Pick(Members)),
            9 => ChangeGrantAsync(),
            10 => ChangeAttributeAsync(Pick(Members)),
            _ => WaitAsync(),
        });
        Done[Last] = Done.GetValueOrDefault(Last) + 1;
        await ExpireAsync();
        await RememberAsync();
    }

    /// <summary>Ends what another one could not begin.</summary>
    public async Task EndAsync()
    {
        if (_grant is not null)
        {
            await ChangeGrantAsync();
        }
    }

    /// <summary>What the clock of the server does.</summary>
    public async Task ExpireAsync()
    {
        var report = await host.Module.RunDueAsync(Stop);
        Assert.Empty(report.Failed);
    }

    /// <summary>The rights of a reader now.</summary>
    public async Task<Viewer> ViewerAsync(string who)
    {
        await using var session = await OpenAsync(who);
        return ((DistributionSession)session).Viewer;
    }

    /// <summary>A session of a reader.</summary>
    public ValueTask<IAsyncDisposable> OpenAsync(string who) => host.Module.OpenSessionAsync(
        PrincipalOf(who), address: null, AccessChannel.GraphqlHttp, purpose: null, Stop);

    /// <summary>The principal of a reader.</summary>
    public static ClaimsPrincipal PrincipalOf(string who) => DistributionHost.PrincipalOf(who)!;

    /// <summary>Whether one of some viewers could have seen a product at a step or since.</summary>
    public bool CouldSee(Guid product, int since, IReadOnlyCollection<Viewer> viewers) =>
        _history.Skip(since).Any(step => step[product].Any(right => viewers.Any(viewer => Sees(viewer, right))));

    /// <summary>The products that a viewer can see now.</summary>
    public IEnumerable<Guid> VisibleTo(Viewer viewer) =>
        _history[^1].Where(product => product.Any(right => Sees(viewer, right))).Select(product => product.Key);

    static bool Sees(Viewer viewer, Entitlement right) =>
        viewer.AudienceIds.Contains(right.AudienceId) && (right.Requires & viewer.Lacks) == 0;

    async Task<string> PublishAsync()
    {
        var version = await AddAsync(product: null);
        if (!await ReleaseAsync("publish", version.Id))
        {
            return Refused;
        }

        _products.Add(new Made(version.ProductId, version.Id));
        return "publish";
    }

    async Task<string> ReplaceAsync()
    {
        if (await InForceAsync() is not { } product)
        {
            return Refused;
        }

        var version = await AddAsync(product.Id);
        if (!await ReleaseAsync(
            "publishNewVersion", version.Id, new { supersedes = ReleaseScene.IdOf(product.Version) }))
        {
            return Refused;
        }

        product.Version = version.Id;
        return "replace";
    }

    async Task<string> RenewAsync()
    {
        foreach (var product in _products.OrderBy(_ => random.Next()))
        {
            var version = await _scene.FindAsync(product.Version);
            if (version is { ValidUntil: { } end, State: VersionState.Published or VersionState.Expired })
            {
                var validUntil = (end > Now ? end : Now).AddSeconds(random.Next(1, 30));
                return await ReleaseAsync("renew", version.Id, new { validUntil }) ? "renew" : Refused;
            }
        }

        return Refused;
    }

    async Task<string> RecallAsync()
    {
        if (await InForceAsync() is not { } product)
        {
            return Refused;
        }

        await using var context = host.Module.AccessDatabase.CreateContext();
        var revision = await context.Set<Product>().Where(row => row.Id == product.Id)
            .Select(row => row.Revision).SingleAsync(Stop);
        var isRecalled = await MutateAsync("supervisor, stepped up", "recallProduct", "recallNotice { id }", new
        {
            id = NodeIds.Format(nameof(Product), product.Id),
            revision,
            kind = random.Next(3) == 0 ? "CORRECTION_NOTICE" : "RECALL",
            reason = "FACTUAL_ERROR",
            reasonDetails = Reason,
            requiredAction = "STOP_USE",
            message = "Synthetic: do not use this product any more.",
            messageTlp = "CLEAR",
        }) is not null;
        return isRecalled ? "recall" : Refused;
    }

    async Task<string> ChangeMembershipAsync(Guid list, string who)
    {
        if (_memberships.Remove((list, who), out var membership))
        {
            Assert.NotNull(await MutateAsync("supervisor", "endListMembership", "listMembership { id }", new
            {
                id = membership.GetProperty("id").GetString(),
                revision = membership.GetProperty("revision").GetInt32(),
                reason = Reason,
            }));
            return "end membership";
        }

        if (await MutateAsync("supervisor", "addListMember", "listMembership { id revision state }", new
        {
            list = NodeIds.Format(nameof(DistributionList), list),
            member = NodeIds.Format(nameof(Person), NamedPartner.IdOf(who)),
            basis = "A partner of the center (synthetic)",
            role = "MEMBER",
        }) is not { } added)
        {
            // Who may not act any more is put on no list.
            return Refused;
        }

        var row = added.GetProperty("listMembership");
        Assert.Equal("ACTIVE", row.GetProperty("state").GetString());
        _memberships[(list, who)] = row;
        return "add member";
    }

    async Task<string> ChangeStandingAsync(string who)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        var id = NamedPartner.IdOf(who);
        var person = await context.Set<Person>().SingleAsync(row => row.Id == id, Stop);
        var isActive = person.Status == PrincipalStatus.Active;
        Assert.NotNull(await MutateAsync(
            Administrator,
            isActive ? "suspendPrincipal" : "reinstatePrincipal",
            "administrativeEvent { action }",
            new { id = NodeIds.Format(nameof(Person), id), revision = person.Revision, reason = Reason }));
        return isActive ? "suspend" : "reinstate";
    }

    async Task<string> ChangeGrantAsync()
    {
        if (_grant is { } grant)
        {
            GrantScene.Grant(await _grants.StepAsync(GrantScene.Auditor, "endAccessGrant", grant));
            _grant = null;
            return "end grant";
        }

        if (_products.Count == 0)
        {
            return Refused;
        }

        object scope = random.Next(3) == 0
            ? new { center = GrantScene.Center }
            : new { product = NodeIds.Format(nameof(Product), Pick(_products).Id) };
        _grant = await _grants.OpenAsync(GrantScene.Auditor, "AUDIT", scope, GrantScene.Director);
        return "grant";
    }

    /// <summary>As an identity provider's record does it, and not a mutation: nodes find it out.</summary>
    async Task<string> ChangeAttributeAsync(string who)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        var id = NamedPartner.IdOf(who);
        var isOfUs = await context.Set<Person>().AnyAsync(
            person => person.Id == id && person.Citizenship == CitizenshipClass.UsPerson, Stop);
        await context.Set<Person>().Where(person => person.Id == id).ExecuteUpdateAsync(
            row => row.SetProperty(
                person => person.Citizenship,
                isOfUs ? CitizenshipClass.NonUs : CitizenshipClass.UsPerson),
            Stop);
        host.Module.Viewers.Forget();
        host.Module.Moved.Raise();
        return "attribute";
    }

    Task<string> WaitAsync()
    {
        host.Clock.Ahead += TimeSpan.FromSeconds(random.Next(1, 8));
        return Task.FromResult("wait");
    }

    async Task<ProductVersion> AddAsync(Guid? product)
    {
        var plain = PortionMarking.Plain(random.Next(3) == 0 ? Tlp.Amber : Tlp.Green);
        var forUsPersons = plain with { DisseminationControls = [LimitedDisseminationControl.Noforn] };
        return await _scene.AddAsync(
            random.Next(5) == 0 ? [.. _lists, ReleaseScene.ListId(ReleaseScene.AllPartners)] : [Pick(_lists)],
            people: random.Next(4) == 0 ? [NamedPartner.IdOf(Pick(Members))] : null,
            marking: random.Next(4) == 0 ? forUsPersons : plain,
            body: random.Next(2) == 0 ? forUsPersons : plain,
            product: product,
            validUntil: random.Next(3) == 0 ? Now.AddSeconds(random.Next(3, 25)) : null);
    }

    async Task<Made?> InForceAsync()
    {
        foreach (var product in _products.OrderBy(_ => random.Next()))
        {
            if ((await _scene.FindAsync(product.Version)).State == VersionState.Published)
            {
                return product;
            }
        }

        return null;
    }

    /// <summary>A step of a version, unless it is refused: somebody who is named may have lost his standing.</summary>
    async Task<bool> ReleaseAsync(string mutation, Guid version, object? more = null) =>
        (await _scene.StepAsync(ReleaseScene.Supervisor, mutation, version, more: more))
            .GetProperty("errors").ValueKind == JsonValueKind.Null;

    /// <summary>The payload of a mutation; null: it is refused.</summary>
    async Task<JsonElement?> MutateAsync(string who, string mutation, string result, object input)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(mutation[0])}{mutation[1..]}");
        var data = await host.DataAsync(
            who,
            $$"""
            mutation($input: {{name}}Input!) {
              {{mutation}}(input: $input) { {{result}} errors { __typename ... on Error { message } } }
            }
            """,
            new { input });
        var payload = data.GetProperty(mutation);
        return payload.GetProperty("errors").ValueKind == JsonValueKind.Null ? payload : null;
    }

    async Task RememberAsync()
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        var rights = await context.Set<Entitlement>()
            .Where(right => right.IsCurrent && right.Kind != EntitlementKind.Draft)
            .ToListAsync(Stop);
        _history.Add(rights.ToLookup(right => right.ProductId));
    }

    T Pick<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    static DistributionList NewList() => new()
    {
        Id = Guid.NewGuid(),
        Name = $"Followed {Guid.NewGuid():N} (synthetic)",
        OwnerId = RowIds.Center(0),
        Purpose = "To be followed (synthetic).",
        Kind = DistributionListKind.Static,
        TlpCeiling = Tlp.Amber,
        CeilingSensitivities = [],
        ProductTypes = [],
        JoinPolicy = JoinPolicy.InviteOnly,
        MembershipVisibility = MembershipVisibility.OwnerOnly,
        RecertifyEveryDays = 365,
        State = DistributionListState.Active,
        CreatedAt = DateTime.UnixEpoch,
        UpdatedAt = DateTime.UnixEpoch,
    };

    /// <summary>A product that was released, with the newest version that was.</summary>
    sealed class Made(Guid id, Guid version)
    {
        public Guid Id { get; } = id;

        public Guid Version { get; set; } = version;
    }
}
