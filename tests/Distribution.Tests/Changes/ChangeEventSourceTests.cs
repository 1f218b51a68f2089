using GraphApi.Data.Bindings;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Changes;
using GraphApi.Distribution.Products;
using GraphApi.Engine;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;
using GraphApi.Engine.TypeSystem;
using Microsoft.EntityFrameworkCore;
using ChangeKind = GraphApi.Distribution.Changes.ChangeKind;

namespace GraphApi.Distribution.Tests.Changes;

/// <summary>What subscribers are sent, by whose rights, and what it takes to send it to many.</summary>
public abstract class ChangeEventSourceTests(DistributionHost host)
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Subscribers_with_equal_rights_share_a_run_and_nobody_else_is_sent_anything()
    {
        var (list, other) = (Guid.NewGuid(), Guid.NewGuid());
        await using var first = await SubscribeAsync(Member(list)).BegunAsync();
        await using var second = await SubscribeAsync(Member(list)).BegunAsync();
        await using var third = await SubscribeAsync(Member(other)).BegunAsync();
        // The first reading of each is his own.
        var product = await PublishAsync(list);
        Assert.Equal(product, IdOf(await first.NextAsync()));
        Assert.Equal(product, IdOf(await second.NextAsync()));
        var runs = SourceOf("feedChanges").Shared.Runs;

        product = await PublishAsync(list);
        var (one, two) = (await first.NextAsync(), await second.NextAsync());
        Assert.Equal(product, IdOf(one));
        Assert.Equal(product, IdOf(two));
        Assert.Equal(one.Data!.Value.GetProperty("id").GetString(), two.Data!.Value.GetProperty("id").GetString());
        Assert.Equal(runs + 1, SourceOf("feedChanges").Shared.Runs);
        Assert.Equal(first.Cursor, one.Data!.Value.GetProperty("cursor").GetString());
        Assert.True(third.IsQuiet);
    }

    [Fact]
    public async Task Who_comes_back_goes_on_after_his_cursor()
    {
        var list = Guid.NewGuid();
        string cursor;
        await using (var before = await SubscribeAsync(Member(list)).BegunAsync())
        {
            await PublishAsync(list);
            await before.NextAsync();
            cursor = before.Cursor!;
        }

        var (missed, later) = (await PublishAsync(list), await PublishAsync(list));
        await using var after = SubscribeAsync(Member(list), cursor);
        Assert.Equal(missed, IdOf(await after.NextAsync()));
        Assert.Equal(later, IdOf(await after.NextAsync()));
    }

    [Fact]
    public async Task Who_is_subscribed_while_the_database_is_away_goes_on_when_it_is_back()
    {
        var list = Guid.NewGuid();
        var (failures, isAway) = (0, false);
        await using var subscriber = await FailingAsync(Member(list), () =>
        {
            failures += isAway ? 1 : 0;
            return isAway;
        }).BegunAsync();
        isAway = true;
        var product = await PublishAsync(list);
        while (Volatile.Read(ref failures) < 3)
        {
            await Task.Delay(20, Cancellation);
        }

        isAway = false;
        Assert.Equal(product, IdOf(await subscriber.NextAsync()));
        product = await PublishAsync(list);
        Assert.Equal(product, IdOf(await subscriber.NextAsync()));
    }

    [Fact]
    public async Task Where_the_database_stays_away_the_stream_ends_with_the_last_cursor()
    {
        var list = Guid.NewGuid();
        var isAway = false;
        await using var subscriber = await FailingAsync(Member(list), () => isAway).BegunAsync();
        await PublishAsync(list);
        await subscriber.NextAsync();
        var cursor = subscriber.Cursor;
        isAway = true;
        var missed = await PublishAsync(list);
        await Task.Delay(TimeSpan.FromMilliseconds(300), Cancellation);
        Assert.True(subscriber.IsQuiet);
        host.Clock.Ahead += TimeSpan.FromSeconds(31);
        var end = await subscriber.NextAsync();
        Assert.Equal((SourceEventKind.End, ErrorCode.Unavailable), (end.Kind, end.Code));
        await using var after = SubscribeAsync(Member(list), subscriber.Cursor);
        Assert.Equal(cursor, subscriber.Cursor);
        Assert.Equal(missed, IdOf(await after.NextAsync()));
    }

    [Fact]
    public async Task What_reaches_a_person_by_a_right_of_his_own_reaches_nobody_else()
    {
        var list = Guid.NewGuid();
        var (me, you) = (Member(list), Member(list));
        await using var mine = await SubscribeAsync(me).BegunAsync();
        await using var yours = await SubscribeAsync(you).BegunAsync();
        var named = await PublishAsync(me.PersonId!.Value);
        var common = await PublishAsync(list);
        Assert.Equal(named, IdOf(await mine.NextAsync()));
        Assert.Equal(common, IdOf(await mine.NextAsync()));
        Assert.Equal(common, IdOf(await yours.NextAsync()));
    }

    [Fact]
    public async Task Rights_are_those_of_the_moment_of_the_event()
    {
        var list = Guid.NewGuid();
        await using var subscriber = await SubscribeAsync(Member(list)).BegunAsync();
        var product = await PublishAsync(list);
        Assert.Equal(product, IdOf(await subscriber.NextAsync()));

        subscriber.Viewer = subscriber.Viewer with { AudienceIds = [subscriber.Viewer.PersonId!.Value] };
        await PublishAsync(list);
        var revoked = await subscriber.NextAsync();
        Assert.Equal("ACCESS_REVOKED", revoked.Data!.Value.GetProperty("kind").GetString());
        Assert.Equal(product, IdOf(revoked));

        subscriber.Viewer = Viewer.Anonymous(default);
        await PublishAsync(list);
        var end = await subscriber.NextAsync();
        Assert.Equal((SourceEventKind.End, "AUTH_NOT_AUTHENTICATED"), (end.Kind, end.Code));
        Assert.NotNull(subscriber.Cursor);
    }

    [Fact]
    public async Task A_cursor_of_somebody_else_and_a_forged_one_end_the_stream()
    {
        var list = Guid.NewGuid();
        await using var subscriber = SubscribeAsync(Member(list), "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        var end = await subscriber.NextAsync();
        Assert.Equal((SourceEventKind.End, "HC0078"), (end.Kind, end.Code));
    }

    [Fact]
    public async Task Who_was_away_for_too_long_is_told_that_he_missed_something_and_goes_on()
    {
        var list = Guid.NewGuid();
        string cursor;
        await using (var before = await SubscribeAsync(Member(list)).BegunAsync())
        {
            cursor = before.Cursor!;
        }

        await using (var context = host.Module.AccessDatabase.CreateContext())
        await using (var transaction = await context.Database.BeginTransactionAsync(Cancellation))
        {
            await ChangeRetention.StartOverAsync(context, host.Clock.GetUtcNow().UtcDateTime, Cancellation);
            await transaction.CommitAsync(Cancellation);
        }

        await using var after = SubscribeAsync(Member(list), cursor);
        Assert.Equal(SourceEventKind.Discontinuity, (await after.NextAsync()).Kind);
        var product = await PublishAsync(list);
        Assert.Equal(product, IdOf(await after.NextAsync()));
    }

    /// <summary>Somebody whose sessions cannot be opened while the database is away.</summary>
    LiveSubscriber FailingAsync(Viewer viewer, Func<bool> isAway) => new(
        host.Engine,
        _ => isAway()
            ? throw new GraphQLException(new GraphQLError("Away.", ErrorCode.Unavailable))
            : new(new DistributionSession(
                host.Module.Database,
                viewer with { Now = host.Clock.GetUtcNow().UtcDateTime },
                recorder: host.Module.Recorder,
                log: host.Module.Log)),
        "feedChanges",
        "cursor kind productId product { id }",
        after: null);

    private protected LiveSubscriber SubscribeAsync(Viewer viewer, string? after = null) =>
        new(host.Module, host.Engine, host.Clock, viewer, "feedChanges", after);

    private protected static Viewer Member(Guid list)
    {
        var person = Guid.NewGuid();
        return new Viewer
        {
            Kind = PrincipalKind.Person,
            PersonId = person,
            AudienceIds = [person, list],
            Now = default,
        };
    }

    ChangeEventSource SourceOf(string field) =>
        (ChangeEventSource)((ObjectType)host.Module.Schema.TypesByName["Subscription"]).FieldsByName[field].Binding!;

    static string IdOf((SourceEventKind Kind, System.Text.Json.JsonElement? Data, string? Code) sent) =>
        sent.Data!.Value.GetProperty("productId").GetString()!;

    /// <summary>Gives a product to an audience alone, and says so; its id.</summary>
    private protected async Task<string> PublishAsync(Guid audience)
    {
        host.Clock.Ahead += TimeSpan.FromSeconds(1);
        await using var context = host.Module.AccessDatabase.CreateContext();
        await using var transaction = await context.Database.BeginTransactionAsync(Cancellation);
        var now = host.Clock.GetUtcNow().UtcDateTime;
        var row = await context.Set<Product>()
            .Where(p => p.CurrentVersionId != null && !p.Entitlements.Any(right => right.AudienceId == audience))
            .OrderBy(p => p.Id)
            .Select(p => new { p.Id, Version = p.CurrentVersionId!.Value })
            .FirstAsync(Cancellation);
        var right = new Entitlement
        {
            AudienceId = audience,
            VersionId = row.Version,
            ProductId = row.Id,
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
        return NodeIds.Format("Product", row.Id);
    }
}

public sealed class SqliteChangeEventSourceTests(SqliteHost host)
    : ChangeEventSourceTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresChangeEventSourceTests(PostgresHost host)
    : ChangeEventSourceTests(host), IClassFixture<PostgresHost>
{
    readonly PostgresHost _host = host;

    [Fact]
    public async Task A_node_is_woken_by_what_another_one_wrote_and_goes_on_when_that_is_gone()
    {
        var other = DistributionModule.Create(
            _host.Module.Options with { ChangePollInterval = TimeSpan.FromMinutes(5) });
        var engine = new GraphQLEngine(other.Schema, authorizer: other.Authorizer);
        var list = Guid.NewGuid();
        string cursor;
        await using (var there = await new LiveSubscriber(
            other, engine, _host.Clock, Member(list), "feedChanges", after: null).BegunAsync())
        {
            // It polls every five minutes: what comes sooner was listened for.
            var product = await PublishAsync(list);
            Assert.Equal(product, IdOf(await there.NextAsync()));
            cursor = there.Cursor!;
            await other.DisposeAsync();
        }

        var missed = await PublishAsync(list);
        await using var here = SubscribeAsync(Member(list), cursor);
        Assert.Equal(missed, IdOf(await here.NextAsync()));
    }

    static string IdOf((SourceEventKind Kind, System.Text.Json.JsonElement? Data, string? Code) sent) =>
        sent.Data!.Value.GetProperty("productId").GetString()!;
}
