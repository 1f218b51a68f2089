using GraphApi.Data.Bindings;
using GraphApi.Distribution.Access;

namespace GraphApi.Distribution.Tests.Changes;

/// <summary>
/// The law of following: who begins with a snapshot and applies the changes ends with exactly what a fresh snapshot
/// gives him, whatever happened to products and to his rights meanwhile and however often he was interrupted; and he is
/// told of no product that his rights, those of before or those of now, could not see at some moment in between.
/// </summary>
public abstract class FollowingTests(DistributionHost host)
{
    const int Steps = 60;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected abstract int Cases { get; }

    [Fact]
    public async Task Who_follows_holds_what_a_fresh_snapshot_gives_and_is_told_nothing_else()
    {
        for (var seed = 0; seed < Cases; seed++)
        {
            await RunAsync(seed, where: null);
        }
    }

    [Fact]
    public async Task Who_follows_with_a_condition_holds_what_a_fresh_snapshot_with_it_gives()
    {
        for (var seed = 1_000; seed < 1_000 + Cases; seed++)
        {
            await RunAsync(seed, new { urgency = new { eq = "IMMEDIATE" } });
        }
    }

    async Task RunAsync(int seed, object? where)
    {
        var random = new Random(seed);
        var world = new FollowedWorld(host, random);
        await world.BeginAsync(Cancellation);
        var viewer = world.NewViewer();
        var follower = new Follower(host, where);
        // Since when, and as whom, he may have been told what he holds.
        var (since, viewers) = (0, new List<Viewer>());

        async Task BeginAsync()
        {
            var began = world.Step;
            var used = new List<Viewer>();
            await follower.BeginAsync(
                () =>
                {
                    used.Add(viewer);
                    return viewer;
                },
                random.Next(1, 4),
                async () =>
                {
                    await world.ChangeAsync(Cancellation);
                    viewer = random.Next(5) == 0 ? world.NewViewer() : viewer;
                });
            (since, viewers) = (Math.Max(0, began - 1), used);
        }

        async Task<bool> FollowAsync(int first, int? applied)
        {
            viewers.Add(viewer);
            var (told, hasMore) = await follower.FollowAsync(viewer, first, applied);
            foreach (var (product, kind, _) in told)
            {
                Assert.True(
                    world.CouldSee(product, since, viewers), $"Seed {seed}: {kind} of what he could never see.");
            }

            if (!hasMore && applied is null)
            {
                (since, viewers) = (world.Step - 1, [viewer]);
            }

            return hasMore;
        }

        await BeginAsync();
        for (var step = 0; step < Steps; step++)
        {
            switch (random.Next(10))
            {
                case 0:
                    viewer = world.NewViewer();
                    break;
                case 1 or 2 or 3:
                    await FollowAsync(random.Next(1, 6), random.Next(4) == 0 ? random.Next(0, 3) : null);
                    break;
                case 4 when random.Next(4) == 0:
                    await BeginAsync();
                    break;
                default:
                    await world.ChangeAsync(Cancellation);
                    break;
            }
        }

        await world.ExpireAsync(Cancellation);
        while (await FollowAsync(5, applied: null))
        {
        }

        var fresh = new Follower(host, where);
        await fresh.BeginAsync(() => viewer, 50, () => Task.CompletedTask);
        Assert.True(
            fresh.Held.SetEquals(follower.Held),
            $"Seed {seed}: held {Names(follower.Held)}, to be held {Names(fresh.Held)}.");
        var (none, _) = await follower.FollowAsync(viewer, 5);
        Assert.Empty(none);
    }

    static string Names(IEnumerable<string> ids) =>
        $"[{string.Join(", ", ids.Select(id => NodeIds.KeyOf(id, "Product")!.Value.ToString()[..8]).Order())}]";
}

public sealed class SqliteFollowingTests(SqliteHost host) : FollowingTests(host), IClassFixture<SqliteHost>
{
    private protected override int Cases => 12;
}

public sealed class PostgresFollowingTests(PostgresHost host) : FollowingTests(host), IClassFixture<PostgresHost>
{
    private protected override int Cases => 12;
}
