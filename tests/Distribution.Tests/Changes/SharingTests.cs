using System.Text.Json.Nodes;
using GraphApi.Data.Bindings;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Changes;
using GraphApi.Distribution.Products;
using GraphApi.Engine.TypeSystem;
using Microsoft.EntityFrameworkCore;
using ChangeKind = GraphApi.Distribution.Changes.ChangeKind;

namespace GraphApi.Distribution.Tests.Changes;

/// <summary>
/// The law of sharing: whatever people, their rights and the rights to a product are, who is told what was read for
/// several is told what he would be told if he read it himself.
/// </summary>
public abstract class SharingTests(DistributionHost host)
{
    const int Rounds = 40;
    const string Shared =
        "kind productId isMatch product { publicNumber currentVersion { "
        + "title { text } portions { key text } portionsWithheld banner { text } } }";

    // One field that only the reader himself can be told: so it is read for him.
    const string Alone = Shared + " alone: product { currentVersion { acknowledgementRequired } }";

    static readonly Requirement[] Attributes =
        [Requirement.TlpAmber, Requirement.LawEnforcement, Requirement.Pcii, Requirement.UsPerson];

    // What people lack of them: few kinds of people, so that some are alike.
    static readonly Requirement[] Lacks =
        [Requirement.None, Requirement.TlpAmber | Requirement.Pcii, Requirement.LawEnforcement | Requirement.UsPerson];

    static readonly ChangeKind[] Kinds = [ChangeKind.Published, ChangeKind.Revised, ChangeKind.MetadataChanged];

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    SharedSteps Steps => ((ChangeEventSource)((ObjectType)host.Module.Schema.TypesByName["Subscription"])
        .FieldsByName["feedChanges"].Binding!).Shared;

    [Fact]
    public async Task Who_shares_is_told_what_he_would_read_himself()
    {
        var random = new Random(7);
        Guid[] lists = [.. Enumerable.Range(0, 6).Select(_ => Guid.NewGuid())];
        var (center, everybody) = (Guid.NewGuid(), Guid.NewGuid());
        List<Viewer> viewers = [.. Enumerable.Range(0, 16).Select(_ => Somebody(random, lists, center, everybody))];
        var pairs = new List<(LiveSubscriber Shared, LiveSubscriber Alone)>();
        try
        {
            foreach (var viewer in viewers)
            {
                pairs.Add((await Subscribe(viewer, Shared).BegunAsync(), await Subscribe(viewer, Alone).BegunAsync()));
            }

            var versions = await VersionsAsync();
            var (runs, told) = (0, 0);
            for (var round = 0; round < Rounds; round++)
            {
                var before = Steps.Runs;
                await AnnounceAsync(random, versions, [.. lists, center]);
                var last = await MarkAsync(versions[^(round + 1)], everybody);
                foreach (var (shared, alone) in pairs)
                {
                    var (theirs, own) = (await ToldAsync(shared, last), await ToldAsync(alone, last));
                    Assert.Equal(own, theirs);
                    told += theirs.Count;
                }

                runs += Steps.Runs - before;
            }

            // It does share: less is read than is told, the last of each round included.
            Assert.InRange(runs, 1, told + (Rounds * viewers.Count));
            Assert.True(told > Rounds, $"{told} events");
        }
        finally
        {
            foreach (var (shared, alone) in pairs)
            {
                await shared.DisposeAsync();
                await alone.DisposeAsync();
            }
        }
    }

    /// <summary>Somebody on some lists who meets something of what may be required.</summary>
    static Viewer Somebody(Random random, Guid[] lists, Guid center, Guid everybody)
    {
        var person = Guid.NewGuid();
        Guid[] on = [.. lists.Where(_ => random.Next(3) == 0)];
        var isStaff = random.Next(5) == 0;
        return new Viewer
        {
            Kind = PrincipalKind.Person,
            PersonId = person,
            OrganizationId = Guid.NewGuid(),
            ListIds = on,
            AudienceIds = [person, everybody, .. on, .. isStaff ? [center] : Array.Empty<Guid>()],
            HomeCenterIds = isStaff ? [center] : [],
            Holds = (Requirement)long.MaxValue & ~Lacks[random.Next(Lacks.Length)],
            ProductTypes = [.. Enum.GetValues<ProductType>()],
            Now = default,
        };
    }

    LiveSubscriber Subscribe(Viewer viewer, string selection) =>
        new(host.Module, host.Engine, host.Clock, viewer, "feedChanges", after: null, selection);

    /// <summary>What he is told up to a change, without what is only there to have it read for him.</summary>
    static async Task<List<string>> ToldAsync(LiveSubscriber subscriber, string last)
    {
        var told = new List<string>();
        while ((await subscriber.NextAsync()).Data!.Value is var data
            && data.GetProperty("productId").GetString() != last)
        {
            var text = JsonObject.Create(data)!;
            text.Remove("alone");
            told.Add(text.ToJsonString());
        }

        return told;
    }

    /// <summary>Versions of products that are not public, those first of which portions require something.</summary>
    async Task<List<(Guid Product, Guid Version)>> VersionsAsync()
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        var rows = await context.Set<Product>()
            .Where(product => product.CurrentVersionId != null
                && !product.Entitlements.Any(right => right.AudienceId == Audience.Public))
            .OrderByDescending(product =>
                context.Set<Portion>().Count(portion =>
                    portion.VersionId == product.CurrentVersionId && portion.Requires != 0))
            .ThenBy(product => product.Id)
            .Take(60)
            .Select(product => new { product.Id, Version = product.CurrentVersionId!.Value })
            .ToListAsync(Cancellation);
        return rows.ConvertAll(row => (row.Id, row.Version));
    }

    /// <summary>Gives up to three products anew to whom it happens, and says so to them and to some others.</summary>
    async Task AnnounceAsync(Random random, List<(Guid Product, Guid Version)> versions, Guid[] audiences)
    {
        host.Clock.Ahead += TimeSpan.FromSeconds(random.Next(1, 10));
        await using var context = host.Module.AccessDatabase.CreateContext();
        await using var transaction = await context.Database.BeginTransactionAsync(Cancellation);
        var now = host.Clock.GetUtcNow().UtcDateTime;
        var announcements = new List<Announcement>();
        foreach (var (product, version) in versions.Take(10).OrderBy(_ => random.Next()).Take(random.Next(1, 4)))
        {
            await context.Set<Entitlement>()
                .Where(right => right.VersionId == version && audiences.Contains(right.AudienceId))
                .ExecuteDeleteAsync(Cancellation);
            // A few kinds of rights, so that some are alike.
            Entitlement[] models = [.. Enumerable.Range(0, 2).Select(_ => Right(random, product, version, now))];
            List<Entitlement> rights = [.. audiences.Where(_ => random.Next(4) != 0)
                .Select(audience => Of(models[random.Next(models.Length)], audience, audiences[^1]))];
            context.AddRange(rights.Where(_ => random.Next(6) != 0));
            await context.SaveChangesAsync(Cancellation);
            announcements.Add(Announcement.ToHolders(Kinds[random.Next(Kinds.Length)], Guid.NewGuid(), rights));
        }

        await ChangeWriter.WriteAsync(
            context, [.. announcements.Where(a => a.Audiences.Count > 0)], changesRights: false, now, Cancellation);
        await transaction.CommitAsync(Cancellation);
        host.Module.Moved.Raise();
    }

    static Entitlement Right(Random random, Guid product, Guid version, DateTime now) => new()
    {
        AudienceId = default,
        VersionId = version,
        ProductId = product,
        Kind = random.Next(2) == 0 ? EntitlementKind.List : EntitlementKind.ListClients,
        EffectiveAt = random.Next(5) == 0 ? now.AddDays(1) : now,
        ExpiresAt = random.Next(3) switch { 0 => null, 1 => now.AddDays(2), _ => now },
        Requires = random.Next(2) == 0 ? 0 : (long)Attributes[random.Next(Attributes.Length)],
        IsCurrent = random.Next(6) != 0,
    };

    static Entitlement Of(Entitlement model, Guid audience, Guid center) => new()
    {
        AudienceId = audience,
        VersionId = model.VersionId,
        ProductId = model.ProductId,
        Kind = audience == center ? EntitlementKind.Home : model.Kind,
        EffectiveAt = model.EffectiveAt,
        ExpiresAt = model.ExpiresAt,
        Requires = audience == center ? 0 : model.Requires,
        IsCurrent = model.IsCurrent,
    };

    /// <summary>Gives another product to everybody; returns its id.</summary>
    async Task<string> MarkAsync((Guid Product, Guid Version) given, Guid everybody)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        await using var transaction = await context.Database.BeginTransactionAsync(Cancellation);
        var now = host.Clock.GetUtcNow().UtcDateTime;
        var right = new Entitlement
        {
            AudienceId = everybody,
            VersionId = given.Version,
            ProductId = given.Product,
            Kind = EntitlementKind.List,
            EffectiveAt = now,
            IsCurrent = true,
        };
        context.Add(right);
        await context.SaveChangesAsync(Cancellation);
        await ChangeWriter.WriteAsync(
            context,
            [Announcement.ToHolders(ChangeKind.Published, Guid.NewGuid(), [right])],
            changesRights: false,
            now,
            Cancellation);
        await transaction.CommitAsync(Cancellation);
        host.Module.Moved.Raise();
        return NodeIds.Format("Product", given.Product);
    }
}

public sealed class SqliteSharingTests(SqliteHost host) : SharingTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresSharingTests(PostgresHost host) : SharingTests(host), IClassFixture<PostgresHost>;
