using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using GraphApi.Harness;

namespace GraphApi.Server.Tests.Scenarios;

/// <summary>
/// The law of following, with two servers as they run on one PostgreSQL: whatever is published, corrected and recalled
/// by either and beside them, whatever rights end and begin, while one of them is killed again and again and everybody
/// who follows is interrupted, each is told what the log and his rights say that he is to be told, in its order, and
/// nothing else.
/// </summary>
public sealed class NothingLostTests
{
    const int Imported = 900;
    const string Administrator = "administrator, stepped up";

    // Until every node knows of the rights that changed last, with some allowance for a slow machine.
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(40);

    // Who is on which list, and stays there.
    static readonly Dictionary<string, string[]> Members = new()
    {
        ["partner-hospital"] = ["one"],
        ["partner-law-enforcement"] = ["two", "three"],
        ["partner-water"] = ["one", "two"],
        ["partner-isac"] = ["one", "three"],
        ["partner-tribal"] = ["two"],
        ["partner-fire"] = ["one", "three"],
        ["partner-business"] = ["two"],
        ["partner-energy"] = ["one"],
        ["partner-non-us"] = [],
    };

    readonly int _seed = int.TryParse(
        Environment.GetEnvironmentVariable("FUZZ_SEED"), CultureInfo.InvariantCulture, out var seed)
        ? seed
        : Random.Shared.Next(1_000_000);

    TwoNodes _nodes = null!;
    LiveWorld _world = null!;
    Newsroom _newsroom = null!;
    volatile bool _isOver;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everybody_is_told_what_the_log_and_his_rights_say_and_nothing_else()
    {
        await using var nodes = await TwoNodes.StartAsync();
        (_nodes, _world, _newsroom) = (nodes, new LiveWorld(nodes), new Newsroom(nodes.AskAsync));
        await _world.BeginAsync(_newsroom, Members);
        var steady = await FollowAsync(
            ("partner-hospital", "feedChanges"),
            ("partner-law-enforcement", "feedChanges"),
            ("partner-water", "feedChanges"),
            ("partner-isac", "newBulletins"),
            ("partner-tribal", "recalls"));
        var moved = await FollowAsync(
            ("partner-fire", "feedChanges"),
            ("partner-business", "feedChanges"),
            ("partner-energy", "feedChanges"),
            ("partner-non-us", "feedChanges"),
            ("administrator", "feedChanges"));
        LiveFollower[] all = [.. steady, .. moved];
        try
        {
            await ActAsync(all);
            var log = await _world.ReadLogAsync();
            Assert.Equal(
                _world.Log(), log.Select(logged => $"{logged.Kind} {logged.Title}").Order(StringComparer.Ordinal));
            await ToldAsync(steady, log);
            await Task.WhenAll(all.Select(follower => follower.StopAsync()));
            foreach (var follower in steady)
            {
                CheckTold(follower, log);
            }

            foreach (var follower in all.Where(follower => follower.Field == "feedChanges"))
            {
                await CheckHeldAsync(follower, log);
            }

            Assert.Equal([], all.SelectMany(follower => follower.Problems));
        }
        finally
        {
            foreach (var follower in all)
            {
                await follower.DisposeAsync();
            }
        }
    }

    async Task ActAsync(LiveFollower[] followers)
    {
        foreach (var follower in followers)
        {
            follower.Start();
        }

        Task[] doing =
        [
            PublishAsync(1),
            PublishAsync(2),
            SuspendAsync("partner-fire", 3),
            SuspendAsync("partner-business", 4),
            MoveAsync("partner-energy", "two", 5),
            MoveAsync("partner-non-us", "three", 6),
            GrantAsync(7),
            KillAsync(8),
        ];
        try
        {
            await ImportAsync(9);
        }
        finally
        {
            _isOver = true;
            await Task.WhenAll(doing);
        }
    }

    async Task<LiveFollower[]> FollowAsync(params (string Principal, string Field)[] who) => await Task.WhenAll(
        who.Select((one, i) => new LiveFollower(_nodes, one.Principal, one.Field, _seed + i).BeginAsync()));

    // In bulk, beside the servers; on a slow machine for a minute, and less then.
    async Task ImportAsync(int number)
    {
        var random = new Random(_seed + number);
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < Imported && watch.Elapsed < TimeSpan.FromMinutes(1);)
        {
            var count = Math.Min(random.Next(1, 40), Imported - i);
            await _world.ImportAsync(
                [.. Enumerable.Range(i, count).Select(n => ($"Synthetic import {n}", SomeLists(random)))]);
            i += count;
            await Task.Delay(random.Next(0, 300), Cancellation);
        }
    }

    // By the servers, the whole way; some are corrected, some are recalled.
    async Task PublishAsync(int number)
    {
        var random = new Random(_seed + number);
        for (var i = 0; i < 2 || !_isOver; i++)
        {
            var (title, lists) = ($"Synthetic product {i} of {number}", SomeLists(random));
            string[] names = [.. lists.Select(LiveWorld.NameOf)];
            var story = await _newsroom.IssueAsync(title, lists: names);
            _world.Published(title, lists);
            if (random.Next(3) == 0)
            {
                story = await _newsroom.IssueAsync($"{title}, corrected", lists: names, of: story);
                _world.Revised(title, $"{title}, corrected");
            }

            if (random.Next(3) == 0)
            {
                await _newsroom.RecallAsync(story);
                _world.Recalled(title);
            }
        }
    }

    async Task SuspendAsync(string partner, int number)
    {
        var random = new Random(_seed + number);
        var person = (await _newsroom.DataAsync(partner, "{ me { person { id revision } } }", null))
            .GetProperty("me").GetProperty("person");
        var (id, revision) = (person.GetProperty("id").GetString(), person.GetProperty("revision").GetInt32());
        while (!_isOver)
        {
            await Task.Delay(random.Next(500, 3_000), Cancellation);
            foreach (var mutation in new[] { "suspendPrincipal", "reinstatePrincipal" })
            {
                await _newsroom.DoneAsync(
                    Administrator,
                    mutation,
                    "administrativeEvent",
                    "id",
                    new { id, revision, reason = Newsroom.Reason });
                revision++;
                await Task.Delay(random.Next(100, 2_000), Cancellation);
            }
        }
    }

    async Task MoveAsync(string partner, string list, int number)
    {
        var random = new Random(_seed + number);
        var member = (await _newsroom.DataAsync(partner, "{ me { person { id } } }", null))
            .GetProperty("me").GetProperty("person").GetProperty("id").GetString();
        var id = (await _newsroom.ListsAsync(LiveWorld.NameOf(list)))[0];
        while (!_isOver)
        {
            _world.Added(partner, list);
            var added = await _newsroom.DoneAsync(
                Newsroom.Supervisor,
                "addListMember",
                "listMembership",
                "id revision state",
                new { list = id, member, basis = "A synthetic reason." });
            Assert.Equal("ACTIVE", added.GetProperty("state").GetString());
            await Task.Delay(random.Next(100, 3_000), Cancellation);
            if (_isOver && random.Next(2) == 0)
            {
                return;
            }

            await _newsroom.DoneAsync(Newsroom.Supervisor, "endListMembership", "listMembership", "id", new
            {
                id = added.GetProperty("id").GetString(),
                revision = added.GetProperty("revision").GetInt32(),
                reason = Newsroom.Reason,
            });
            _world.Ended(partner, list);
            await Task.Delay(random.Next(100, 2_000), Cancellation);
        }
    }

    // An administrator, who reads nothing, is granted one product after the other.
    async Task GrantAsync(int number)
    {
        var random = new Random(_seed + number);
        for (var i = 0; !_isOver; i++)
        {
            var title = $"Synthetic granted {i}";
            var story = await _newsroom.IssueAsync(title, lists: [LiveWorld.NameOf("one")]);
            _world.Published(title, ["one"]);
            var requested = await _newsroom.DoneAsync(
                Administrator,
                "requestAccessGrant",
                "accessGrant",
                "id revision",
                new
                {
                    kind = "BREAK_GLASS",
                    scope = new { product = story.ProductId },
                    minutes = 60,
                    reason = Newsroom.Reason,
                });
            _world.Granted("administrator", title);
            var approved = await StepAsync("approveAccessGrant", Newsroom.Director, requested);
            await Task.Delay(random.Next(100, 3_000), Cancellation);
            if (!_isOver || random.Next(2) == 0)
            {
                await StepAsync("endAccessGrant", Newsroom.Director, approved);
            }
        }

        Task<JsonElement> StepAsync(string mutation, string who, JsonElement grant) => _newsroom.DoneAsync(
            who,
            mutation,
            "accessGrant",
            "id revision",
            new
            {
                id = grant.GetProperty("id").GetString(),
                revision = grant.GetProperty("revision").GetInt32(),
                reason = Newsroom.Reason,
            });
    }

    async Task KillAsync(int number)
    {
        var random = new Random(_seed + number);
        foreach (var share in new[] { 0.2, 0.5, 0.8 })
        {
            while (!_isOver && _world.Count < share * Imported)
            {
                await Task.Delay(random.Next(10, 50), Cancellation);
            }

            await _nodes.KillAndRestartAsync(0);
        }
    }

    // What somebody whose rights stay is told in any case; what was recalled before he came to it is not told any more.
    List<LiveWorld.Logged> ToBeTold(LiveFollower follower, IEnumerable<LiveWorld.Logged> log) =>
    [
        .. MayBeTold(follower, log)
            .Where(logged => logged.Kind == "Recalled" || !_world.IsRecalled(logged.Title)),
    ];

    IEnumerable<LiveWorld.Logged> MayBeTold(LiveFollower follower, IEnumerable<LiveWorld.Logged> log) => log
        .Where(logged => _world.IsFor(follower.Principal, logged.Title))
        .Where(logged => follower.Field switch
        {
            "newBulletins" => logged.Kind == "Published",
            "recalls" => logged.IsRecall,
            _ => true,
        });

    // Until all of it has come, by what they follow.
    async Task ToldAsync(LiveFollower[] followers, List<LiveWorld.Logged> log)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        foreach (var follower in followers)
        {
            var wanted = ToBeTold(follower, log).Select(logged => logged.Id).ToHashSet();
            while (!limit.IsCancellationRequested && !wanted.IsSubsetOf(follower.Told.Select(told => told.Id)))
            {
                await Task.Delay(100, Cancellation);
            }
        }
    }

    // Of somebody whose rights stay: all that he is to be told, nothing else, in order, and nothing twice.
    void CheckTold(LiveFollower follower, List<LiveWorld.Logged> log)
    {
        var who = $"Seed {_seed}, {follower.Principal}";
        var sequences = log.ToDictionary(logged => logged.Id, logged => logged.Sequence);
        var told = follower.Told;
        var lost = ToBeTold(follower, log).ExceptBy(told.Select(one => one.Id), logged => logged.Id).ToList();
        Assert.True(lost.Count == 0, $"{who}: {lost.Count} lost, {lost.FirstOrDefault()}");
        var excess = told.ExceptBy(MayBeTold(follower, log).Select(logged => logged.Id), one => one.Id).ToList();
        Assert.True(excess.Count == 0, $"{who}: {excess.Count} too many, {excess.FirstOrDefault()}");
        foreach (var (before, after) in told.Zip(told.Skip(1)))
        {
            Assert.True(
                after.Run > before.Run || sequences[after.Id] > sequences[before.Id],
                $"{who}: {after} after {before}");
        }
    }

    // Of everybody who keeps a copy: it is what a fresh one would be, and he was told of nothing he never could have.
    async Task CheckHeldAsync(LiveFollower follower, List<LiveWorld.Logged> log)
    {
        var who = $"Seed {_seed}, {follower.Principal}";
        IEnumerable<string> fresh = [];
        var isSame = false;
        for (var watch = Stopwatch.StartNew(); !isSame && watch.Elapsed < Longest; await Task.Delay(200, Cancellation))
        {
            if (await follower.DrainAsync() && await follower.SnapshotAsync() is var (held, _))
            {
                fresh = held.Values.Order(StringComparer.Ordinal);
                isSame = fresh.SequenceEqual(follower.Held);
            }
        }

        Assert.True(
            isSame,
            $"{who}: lacks {string.Join(", ", fresh.Except(follower.Held).Take(5))}; "
                + $"has {string.Join(", ", follower.Held.Except(fresh).Take(5))}");
        if (follower.Principal != "administrator")
        {
            Assert.Equal(
                _world.HeldBy(follower.Principal),
                follower.Held.Where(held => held.Contains(" Synthetic ", StringComparison.Ordinal)));
        }

        var titles = log.DistinctBy(logged => logged.ProductId).ToDictionary(one => one.ProductId, one => one.Title);
        var foreign = follower.Told
            .Where(told => titles.TryGetValue(told.ProductId, out var title)
                && !_world.MayHaveHad(follower.Principal, title))
            .ToList();
        Assert.True(foreign.Count == 0, $"{who}: {foreign.Count} that he never could have, {foreign.FirstOrDefault()}");
    }

    static string[] SomeLists(Random random)
    {
        string[] some = [.. LiveWorld.Lists.Where(_ => random.Next(2) == 0)];
        return some.Length > 0 ? some : [LiveWorld.Lists[random.Next(LiveWorld.Lists.Length)]];
    }
}
