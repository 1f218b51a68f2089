using GraphApi.Distribution.Access;
using GraphApi.Distribution.Changes;
using GraphApi.Distribution.Products;
using Microsoft.EntityFrameworkCore;
using ChangeKind = GraphApi.Distribution.Changes.ChangeKind;

namespace GraphApi.Distribution.Tests.Changes;

/// <summary>
/// Products whose rights come and go at random, as use cases would change them, with what these would announce. It
/// remembers who could have seen what at each step. Mutable.
/// </summary>
sealed class FollowedWorld(DistributionHost host, Random random)
{
    public const int Audiences = 4;

    readonly Dictionary<Guid, List<Entitlement>> _rights = [];
    readonly List<Dictionary<Guid, List<Entitlement>>> _history = [];
    readonly Guid[] _audiences = [.. Enumerable.Range(0, Audiences).Select(_ => NewId(random))];
    readonly Guid _home = NewId(random);
    List<(Guid Product, Guid Version)> _products = [];

    /// <summary>The step of the present.</summary>
    public int Step => _history.Count;

    DateTime Now => host.Clock.GetUtcNow().UtcDateTime;

    /// <summary>Takes some products for its own, so that nobody sees them.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        var rows = await context.Set<Product>()
            .Where(product => product.CurrentVersionId != null)
            .OrderBy(product => product.Id)
            .Take(8)
            .Select(product => new { product.Id, Version = product.CurrentVersionId!.Value })
            .ToListAsync(cancellationToken);
        _products = rows.ConvertAll(row => (row.Id, row.Version));
        foreach (var (product, version) in _products)
        {
            await context.Set<Entitlement>().Where(right => right.ProductId == product)
                .ExecuteDeleteAsync(cancellationToken);
            _rights[product] = [];
        }

        Remember();
    }

    /// <summary>One random change.</summary>
    public async Task ChangeAsync(CancellationToken cancellationToken)
    {
        host.Clock.Ahead += TimeSpan.FromSeconds(random.Next(0, 3));
        var (product, version) = _products[random.Next(_products.Count)];
        var before = _rights[product];
        switch (random.Next(6))
        {
            case 0 or 1 when before.Count == 0:
                await ReplaceAsync(product, version, NewRights(product, version), cancellationToken);
                break;
            case 2 when before.Count > 0:
                await ReplaceAsync(product, version, NewRights(product, version), cancellationToken);
                break;
            case 3 when before.Count > 0:
                var kind = random.Next(2) == 0 ? ChangeKind.Recalled : ChangeKind.Expired;
                await RemoveAsync(product, kind, cancellationToken);
                break;
            case 4 when before.Count > 0:
                await RankAsync(product, before, cancellationToken);
                break;
            default:
                host.Clock.Ahead += TimeSpan.FromSeconds(random.Next(0, 30));
                break;
        }

        if (random.Next(4) == 0)
        {
            await ExpireAsync(cancellationToken);
        }

        Remember();
    }

    /// <summary>What the clock of the server does: what is over is taken away.</summary>
    public async Task ExpireAsync(CancellationToken cancellationToken)
    {
        foreach (var (product, rights) in _rights.ToList())
        {
            if (rights.Exists(right => right.ExpiresAt <= Now))
            {
                await RemoveAsync(product, ChangeKind.Expired, cancellationToken);
            }
        }
    }

    /// <summary>Somebody with random rights; without any now and then, as who is suspended.</summary>
    public Viewer NewViewer() => new()
    {
        Kind = PrincipalKind.Person,
        PersonId = Guid.Empty,
        AudienceIds = random.Next(6) == 0
            ? []
            : [.. _audiences.Where(_ => random.Next(2) == 0), .. random.Next(5) == 0 ? [_home] : Array.Empty<Guid>()],
        Holds = (Requirement)random.Next(4),
        Now = Now,
    };

    /// <summary>Whether one of some viewers could have seen a product at a step or since.</summary>
    public bool CouldSee(Guid product, int since, IEnumerable<Viewer> viewers) =>
        _history.Skip(since).Any(step => step[product].Exists(right =>
            viewers.Any(viewer =>
                viewer.AudienceIds.Contains(right.AudienceId) && (right.Requires & viewer.Lacks) == 0)));

    List<Entitlement> NewRights(Guid product, Guid version)
    {
        var expires = random.Next(3) == 0 ? Now.AddSeconds(random.Next(10, 60)) : (DateTime?)null;
        var requires = random.Next(2) == 0 ? 0 : 1L << random.Next(2);
        List<Entitlement> rights =
        [
            .. _audiences.Where(_ => random.Next(2) == 0).Select(audience =>
                RightOf(product, version, audience, EntitlementKind.List, requires, expires)),
            RightOf(product, version, _home, EntitlementKind.Home, 0, null),
        ];
        return rights;
    }

    Entitlement RightOf(
        Guid product, Guid version, Guid audience, EntitlementKind kind, long requires, DateTime? expires) => new()
        {
            AudienceId = audience,
            VersionId = version,
            ProductId = product,
            Kind = kind,
            EffectiveAt = Now,
            ExpiresAt = expires,
            Requires = requires,
            IsCurrent = true,
        };

    async Task ReplaceAsync(
        Guid product, Guid version, List<Entitlement> after, CancellationToken cancellationToken)
    {
        var had = _rights[product].ToDictionary(right => right.AudienceId);
        var has = after.ToDictionary(right => right.AudienceId);
        var lost = had.Values.Where(right =>
            !has.TryGetValue(right.AudienceId, out var now) || (now.Requires & ~right.Requires) != 0);
        await WriteAsync(
            product,
            after,
            [
                .. Told(ChangeKind.Superseded, lost),
                .. Told(ChangeKind.Revised, after.Where(right => had.ContainsKey(right.AudienceId))),
                .. Told(ChangeKind.Published, after.Where(right => !had.ContainsKey(right.AudienceId))),
            ],
            cancellationToken);
    }

    async Task RemoveAsync(Guid product, ChangeKind kind, CancellationToken cancellationToken)
    {
        var before = _rights[product];
        // The center's staff go on seeing what became of it, or not even they.
        List<Entitlement> after = random.Next(2) == 0
            ? [.. before.Where(right => right.Kind == EntitlementKind.Home)]
            : [];
        await WriteAsync(product, after, [.. Told(kind, before)], cancellationToken);
    }

    async Task RankAsync(Guid product, List<Entitlement> rights, CancellationToken cancellationToken)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        var urgency = random.Next(2) == 0 ? Urgency.Routine : Urgency.Immediate;
        await context.Set<Product>().Where(row => row.Id == product)
            .ExecuteUpdateAsync(row => row.SetProperty(p => p.Urgency, urgency), cancellationToken);
        await WriteAsync(product, rights, [.. Told(ChangeKind.MetadataChanged, rights)], cancellationToken);
    }

    async Task WriteAsync(
        Guid product,
        List<Entitlement> after,
        IReadOnlyList<Announcement> announcements,
        CancellationToken cancellationToken)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.Set<Entitlement>().Where(right => right.ProductId == product)
            .ExecuteDeleteAsync(cancellationToken);
        context.AddRange(after);
        await context.SaveChangesAsync(cancellationToken);
        await ChangeWriter.WriteAsync(context, announcements, changesRights: false, Now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        _rights[product] = after;
    }

    IEnumerable<Announcement> Told(ChangeKind kind, IEnumerable<Entitlement> rights) =>
        rights.ToList() is { Count: > 0 } some ? [Announcement.ToHolders(kind, _home, some)] : [];

    void Remember() => _history.Add(_rights.ToDictionary(pair => pair.Key, pair => pair.Value));

    static Guid NewId(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
