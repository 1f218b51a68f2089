using System.Text.Json;
using GraphApi.Data.Bindings;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.AccessRecords;
using GraphApi.Distribution.Changes;
using GraphApi.Distribution.Products;
using GraphApi.Engine.TypeSystem;
using Microsoft.EntityFrameworkCore;
using ChangeKind = GraphApi.Distribution.Changes.ChangeKind;

namespace GraphApi.Distribution.Tests.Changes;

/// <summary>What subscribers share who differ in what an event does not ask for, and what they do not.</summary>
public abstract class SharedStepsTests(DistributionHost host)
{
    const int Classes = 20;
    const string Titles = "kind productId product { publicNumber currentVersion { title { text } } }";

    readonly HashSet<Guid> _given = [];

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    SharedSteps Steps => ((ChangeEventSource)((ObjectType)host.Module.Schema.TypesByName["Subscription"])
        .FieldsByName["feedChanges"].Binding!).Shared;

    [Fact]
    public async Task Whose_rights_differ_in_what_an_event_is_not_for_share_it_and_each_has_his_record()
    {
        var common = Guid.NewGuid();
        await using var all = new Audience20(host, _ => [common, Guid.NewGuid()]);
        await all.BeginAsync();
        await PublishAsync([common]);
        await all.TakeAsync();

        var (runs, records) = (Steps.Runs, await RecordsAsync());
        await PublishAsync([common], _ => host.Sql.Clear());
        await all.TakeAsync();
        Assert.Equal(runs + 1, Steps.Runs);
        Assert.Equal(records + Classes, await RecordsAsync());
        // All of them, and the node's own look at the log: fewer than there are classes of rights.
        Assert.InRange(host.Sql.Statements.Count, 1, 8);
    }

    [Fact]
    public async Task An_event_for_twenty_lists_is_read_once_where_their_rights_are_alike()
    {
        Guid[] lists = [.. Enumerable.Range(0, Classes).Select(_ => Guid.NewGuid())];
        await using var all = new Audience20(host, i => [lists[i]]);
        await all.BeginAsync();
        await PublishAsync(lists);
        await all.TakeAsync();

        var (runs, records) = (Steps.Runs, await RecordsAsync());
        await PublishAsync(lists, _ => host.Sql.Clear());
        await all.TakeAsync();
        Assert.Equal(runs + 1, Steps.Runs);
        Assert.Equal(records + Classes, await RecordsAsync());
        Assert.InRange(host.Sql.Statements.Count, 1, 9);
    }

    [Fact]
    public async Task Of_an_event_to_which_twenty_have_other_rights_each_costs_three_statements()
    {
        Guid[] lists = [.. Enumerable.Range(0, Classes).Select(_ => Guid.NewGuid())];
        await using var all = new Audience20(host, i => [lists[i]]);
        await all.BeginAsync();
        await PublishAsync(lists);
        await all.TakeAsync();

        var runs = Steps.Runs;
        await PublishAsync(
            lists,
            _ => host.Sql.Clear(),
            (i, now) => now.AddDays(i + 1));
        await all.TakeAsync();
        Assert.Equal(runs + Classes, Steps.Runs);
        Assert.InRange(host.Sql.Statements.Count, 1, (3 * Classes) + 8);
    }

    [Fact]
    public async Task What_was_read_a_while_ago_is_read_anew()
    {
        var list = Guid.NewGuid();
        var viewer = Member([list]);
        await using var first = await SubscribeAsync(viewer).BegunAsync();
        await PublishAsync([list]);
        await first.NextAsync();
        var cursor = first.Cursor;
        await PublishAsync([list]);
        await first.NextAsync();

        var runs = Steps.Runs;
        await using var soon = SubscribeAsync(viewer, cursor);
        await soon.NextAsync();
        Assert.Equal(runs, Steps.Runs);

        host.Clock.Ahead += TimeSpan.FromSeconds(6);
        await using var later = SubscribeAsync(viewer, cursor);
        await later.NextAsync();
        Assert.Equal(runs + 1, Steps.Runs);
        // What is old is not kept either.
        Assert.Equal(1, Steps.Count);
    }

    [Fact]
    public async Task Whose_right_ends_while_he_reads_for_another_takes_nothing_from_him()
    {
        var (reader, other) = await TellTwoAsync(
            isGiven: true, (context, right) => context.Set<Entitlement>()
                .Where(r => r.AudienceId == right.AudienceId && r.ProductId == right.ProductId)
                .ExecuteDeleteAsync(Cancellation));
        Assert.Null(reader);
        Assert.Contains("\"text\":\"", other!.Value.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_right_begins_while_he_reads_for_another_gives_him_nothing()
    {
        var (reader, other) = await TellTwoAsync(isGiven: false, (context, right) =>
        {
            context.Add(right);
            return context.SaveChangesAsync(Cancellation);
        });
        Assert.Contains("\"text\":\"", reader!.Value.GetRawText(), StringComparison.Ordinal);
        Assert.Null(other);
    }

    [Fact]
    public async Task What_only_one_has_acknowledged_is_told_him_alone()
    {
        var list = Guid.NewGuid();
        const string Selection = "productId product { currentVersion { acknowledgedAt acknowledgementRequired } }";
        await using var first = await SubscribeAsync(Member([list]), selection: Selection).BegunAsync();
        await using var second = await SubscribeAsync(Member([list]), selection: Selection).BegunAsync();
        await PublishAsync([list]);
        await first.NextAsync();
        await second.NextAsync();
        var runs = Steps.Runs;
        await PublishAsync([list]);
        Assert.Equal(JsonValueKind.Object, (await first.NextAsync()).Data!.Value.ValueKind);
        Assert.Equal(JsonValueKind.Object, (await second.NextAsync()).Data!.Value.ValueKind);
        Assert.Equal(runs, Steps.Runs);
    }

    [Fact]
    public async Task A_condition_on_people_is_asked_for_each_alone()
    {
        var list = Guid.NewGuid();
        const string Where = "{ currentVersion: { authors: { any: true } } }";
        var staff = Member([list]) with { HomeCenterIds = [Guid.NewGuid()], StaffCenterIds = [Guid.NewGuid()] };
        await using var first = await SubscribeAsync(staff, where: Where).BegunAsync();
        await using var plain = await SubscribeAsync(Member([list]), where: "{ urgency: { neq: IMMEDIATE } }")
            .BegunAsync();
        await PublishAsync([list]);
        await plain.NextAsync();
        var runs = Steps.Runs;
        await PublishAsync([list]);
        await plain.NextAsync();
        Assert.Equal(runs + 1, Steps.Runs);
        Assert.True(first.IsQuiet);
    }

    /// <summary>
    /// Announces a product to two who have the same rights to it, or none, and changes those of the one who reads for
    /// both, before he reads: what each is told of it.
    /// </summary>
    async Task<(JsonElement? Reader, JsonElement? Other)> TellTwoAsync(
        bool isGiven, Func<DbContext, Entitlement, Task> change)
    {
        Viewer[] viewers = [Member([Guid.NewGuid()]), Member([Guid.NewGuid()])];
        Guid[] lists = [.. viewers.Select(viewer => viewer.ListIds[0])];
        var (opened, rights) = (new int[2], new List<Entitlement>());
        var changed = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        async ValueTask<IAsyncDisposable> OpenAsync(int who)
        {
            // A session of his own he opens first, and one to read for both.
            if (rights.Count > 0 && Interlocked.Increment(ref opened[who]) == 2 && !changed.Task.IsCompleted)
            {
                await using var context = host.Module.AccessDatabase.CreateContext();
                await change(context, rights[who]);
                changed.SetResult(who);
            }

            return new DistributionSession(
                host.Module.Database,
                viewers[who] with { Now = host.Clock.GetUtcNow().UtcDateTime },
                recorder: host.Module.Recorder,
                log: host.Module.Log);
        }

        await using var first = await new LiveSubscriber(host.Engine, _ => OpenAsync(0), "feedChanges", Titles, null)
            .BegunAsync();
        await using var second = await new LiveSubscriber(host.Engine, _ => OpenAsync(1), "feedChanges", Titles, null)
            .BegunAsync();
        // The log is known from here on.
        await PublishAsync(lists);
        await first.NextAsync();
        await second.NextAsync();

        var product = await PublishAsync(lists, given => rights = given, isGiven: isGiven);
        await changed.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        // Both are told of the next one, after what they are told of the first.
        var next = await PublishAsync(lists);
        async Task<JsonElement?> ToldAsync(LiveSubscriber subscriber)
        {
            JsonElement? told = null;
            while ((await subscriber.NextAsync()).Data!.Value is var data && IdOf(data) != next)
            {
                Assert.Equal(product, IdOf(data));
                told = data;
            }

            return told;
        }

        var (one, two) = (await ToldAsync(first), await ToldAsync(second));
        return await changed.Task == 0 ? (one, two) : (two, one);
    }

    static string IdOf(JsonElement told) => told.GetProperty("productId").GetString()!;

    LiveSubscriber SubscribeAsync(
        Viewer viewer, string? after = null, string selection = Titles, string? where = null) => new(
            host.Module,
            host.Engine,
            host.Clock,
            viewer,
            "feedChanges",
            after,
            selection,
            where);

    /// <summary>Somebody on lists who may read whatever is on them.</summary>
    static Viewer Member(Guid[] lists)
    {
        var person = Guid.NewGuid();
        return new Viewer
        {
            Kind = PrincipalKind.Person,
            PersonId = person,
            OrganizationId = Guid.NewGuid(),
            ListIds = lists,
            AudienceIds = [person, .. lists],
            Holds = (Requirement)long.MaxValue,
            ProductTypes = [.. Enum.GetValues<ProductType>()],
            Now = default,
        };
    }

    async Task<int> RecordsAsync()
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        return await context.Set<AccessRecord>().CountAsync(Cancellation);
    }

    /// <summary>Gives a product to audiences, or not, and says so; returns its id.</summary>
    async Task<string> PublishAsync(
        Guid[] audiences,
        Action<List<Entitlement>>? then = null,
        Func<int, DateTime, DateTime?>? until = null,
        bool isGiven = true)
    {
        host.Clock.Ahead += TimeSpan.FromSeconds(1);
        await using var context = host.Module.AccessDatabase.CreateContext();
        await using var transaction = await context.Database.BeginTransactionAsync(Cancellation);
        var now = host.Clock.GetUtcNow().UtcDateTime;
        var first = audiences[0];
        var row = await context.Set<Product>()
            .Where(p => p.CurrentVersionId != null
                && !_given.Contains(p.Id)
                && !p.Entitlements.Any(right => right.AudienceId == first || right.AudienceId == Audience.Public))
            .OrderBy(p => p.Id)
            .Select(p => new { p.Id, Version = p.CurrentVersionId!.Value })
            .FirstAsync(Cancellation);
        _given.Add(row.Id);
        var rights = audiences.Select((audience, i) => new Entitlement
        {
            AudienceId = audience,
            VersionId = row.Version,
            ProductId = row.Id,
            Kind = EntitlementKind.List,
            EffectiveAt = now,
            ExpiresAt = until?.Invoke(i, now),
            IsCurrent = true,
        }).ToList();
        if (isGiven)
        {
            context.AddRange(rights);
            await context.SaveChangesAsync(Cancellation);
        }

        await ChangeWriter.WriteAsync(
            context,
            [Announcement.ToHolders(ChangeKind.Published, Guid.NewGuid(), rights)],
            changesRights: false,
            now,
            Cancellation);
        then?.Invoke(rights);
        await transaction.CommitAsync(Cancellation);
        host.Module.Moved.Raise();
        return NodeIds.Format("Product", row.Id);
    }

    /// <summary>A subscriber of each of twenty classes of rights.</summary>
    sealed class Audience20(DistributionHost host, Func<int, Guid[]> lists) : IAsyncDisposable
    {
        readonly List<LiveSubscriber> _all = [];

        public async Task BeginAsync()
        {
            for (var i = 0; i < Classes; i++)
            {
                _all.Add(await new LiveSubscriber(
                    host.Module, host.Engine, host.Clock, Member(lists(i)), "feedChanges", after: null, Titles)
                    .BegunAsync());
            }
        }

        public async Task TakeAsync()
        {
            string? one = null;
            foreach (var subscriber in _all)
            {
                var product = (await subscriber.NextAsync()).Data!.Value.GetRawText();
                Assert.Contains("\"text\":\"", product, StringComparison.Ordinal);
                Assert.Equal(one ??= product, product);
            }
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var subscriber in _all)
            {
                await subscriber.DisposeAsync();
            }
        }
    }
}

public sealed class SqliteSharedStepsTests(SqliteHost host)
    : SharedStepsTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresSharedStepsTests(PostgresHost host)
    : SharedStepsTests(host), IClassFixture<PostgresHost>;
