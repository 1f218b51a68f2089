using GraphApi.Distribution.Access;

namespace GraphApi.Distribution.Tests.Changes;

/// <summary>
/// The law of following (<see cref="FollowingTests"/>) for a center at work: several readers follow what the mutations
/// of its people change, of products and of their own rights, by page or pushed.
/// </summary>
public abstract class FollowingAtWorkTests(DistributionHost host)
{
    const int Steps = 45;

    const string Pushed = $"id cursor kind productId isMatch product {{ {Follower.Content} }}";

    static readonly object SecondVersions = new { currentVersion = new { number = new { gte = 2 } } };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Each_reader_of_a_center_at_work_holds_what_a_fresh_snapshot_gives_him(int seed)
    {
        var random = new Random(seed);
        var center = new WorkingCenter(host, random);
        await center.BeginAsync();
        var readers = WorkingCenter.Readers
            .SelectMany(who => new[] { new Reader(host, center, who, null), new(host, center, who, SecondVersions) })
            .ToList();
        try
        {
            await FollowAsync(center, readers, random, seed);
        }
        finally
        {
            foreach (var reader in readers)
            {
                await reader.DisposeAsync();
            }
        }

        Assert.True(center.Done.Count >= 9, string.Join(", ", center.Done.Keys));
        Assert.True(readers.Sum(reader => reader.Told) > 100, $"{readers.Sum(reader => reader.Told)} events.");
        Assert.True(readers.Sum(reader => reader.Pushed) > 10, $"{readers.Sum(reader => reader.Pushed)} were pushed.");
    }

    static async Task FollowAsync(WorkingCenter center, List<Reader> readers, Random random, int seed)
    {
        foreach (var reader in readers)
        {
            await reader.NoteAsync();
            await reader.BeginAsync(200);
        }

        for (var step = 0; step < Steps; step++)
        {
            await center.WorkAsync();
            foreach (var reader in readers)
            {
                await reader.NoteAsync();
                if (random.Next(3) == 0)
                {
                    await reader.GoOnAsync(random, $"seed {seed}, step {step}, after {center.Last}");
                }
            }
        }

        foreach (var reader in readers)
        {
            await reader.EndAsync($"seed {seed}");
        }

        await center.EndAsync();
    }

    /// <summary>One who follows, with whom he was when. Mutable.</summary>
    sealed class Reader(DistributionHost host, WorkingCenter center, string who, object? where) : IAsyncDisposable
    {
        readonly Follower _follower = new(
            async (document, variables) => await host.DataAsync(who, document, variables), where);
        readonly HashSet<Guid> _seen = [];
        List<Viewer> _viewers = [];
        LiveSubscriber? _live;
        int _since;

        public int Told { get; private set; }

        public int Pushed { get; private set; }

        public async Task BeginAsync(int first)
        {
            var began = center.Step;
            _viewers = [await center.ViewerAsync(who)];
            await _follower.BeginAsync(first, () => Task.CompletedTask);
            _since = Math.Max(0, began - 1);
        }

        /// <summary>Keeps in mind what he can see at this moment, whether he looks or not.</summary>
        public async Task NoteAsync()
        {
            var viewer = await center.ViewerAsync(who);
            _seen.UnionWith(center.VisibleTo(viewer));
            if (_live is not null)
            {
                _viewers.Add(viewer);
            }
        }

        /// <summary>Follows a little, by page or pushed, is interrupted, or begins anew.</summary>
        public async Task GoOnAsync(Random random, string when)
        {
            switch (random.Next(12))
            {
                case 0:
                    await StopAsync(when);
                    await BeginAsync(random.Next(40, 200));
                    break;
                case 1 or 2 or 3 when where is null && _live is null:
                    _viewers.Add(await center.ViewerAsync(who));
                    _live = new LiveSubscriber(
                        host.Engine, _ => center.OpenAsync(who), "feedChanges", FollowingAtWorkTests.Pushed,
                        _follower.Cursor);
                    break;
                default:
                    await StopAsync(when);
                    await FollowAsync(random.Next(1, 20), random.Next(4) == 0 ? random.Next(0, 3) : null, when);
                    break;
            }
        }

        /// <summary>Follows to the end, and compares.</summary>
        public async Task EndAsync(string when)
        {
            await StopAsync(when);
            while (await FollowAsync(50, applied: null, when))
            {
            }

            var fresh = new Follower(
                async (document, variables) => await host.DataAsync(who, document, variables), where);
            await fresh.BeginAsync(200, () => Task.CompletedTask);
            var difference = Follower.Difference(fresh, _follower);
            Assert.True(difference.Length == 0, $"{who}, {(where is null ? "all" : "some")}, {when}:\n{difference}");
            var (none, _) = await _follower.FollowAsync(50);
            Assert.Empty(none);
        }

        public async ValueTask DisposeAsync()
        {
            if (_live is not null)
            {
                await _live.DisposeAsync();
            }
        }

        /// <summary>Applies what was pushed so far; the rest of it is lost with the connection.</summary>
        async Task StopAsync(string when)
        {
            if (_live is not { } live)
            {
                return;
            }

            _live = null;
            _viewers.Add(await center.ViewerAsync(who));
            await live.DisposeAsync();
            while (live.Take() is { } sent)
            {
                Check([Follower.ToldBy(sent)], when);
                _follower.Apply(sent);
                Pushed++;
            }
        }

        async Task<bool> FollowAsync(int first, int? applied, string when)
        {
            _viewers.Add(await center.ViewerAsync(who));
            var (told, hasMore) = await _follower.FollowAsync(first, applied);
            Check(told, when);
            if (!hasMore && applied is null)
            {
                (_since, _viewers) = (center.Step - 1, [_viewers[^1]]);
            }

            return hasMore;
        }

        void Check(List<(Guid Product, string Kind, bool IsGiven)> told, string when)
        {
            Told += told.Count;
            foreach (var (product, kind, isGiven) in told)
            {
                // Who was given something is told that it was taken back, whatever rights he has by then.
                Assert.True(
                    center.CouldSee(product, _since, _viewers) || (!isGiven && _seen.Contains(product)),
                    $"{who}, {when}: {kind} of {product}, which he could never see.");
            }
        }
    }
}

public sealed class SqliteFollowingAtWorkTests(SqliteHost host)
    : FollowingAtWorkTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresFollowingAtWorkTests(PostgresHost host)
    : FollowingAtWorkTests(host), IClassFixture<PostgresHost>;
