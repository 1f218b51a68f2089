using System.Text.Json;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Products;
using Microsoft.EntityFrameworkCore;

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

    [Fact]
    public async Task Who_follows_with_a_condition_on_what_his_rights_let_him_see_holds_what_a_fresh_snapshot_gives()
    {
        for (var seed = 2_000; seed < 2_000 + Cases; seed++)
        {
            await RunAsync(
                seed, new { currentVersion = new { portions = new { some = new { kind = new { eq = "BODY" } } } } });
        }
    }

    [Fact]
    public async Task What_was_hidden_of_a_product_and_stays_it_is_no_change()
    {
        const long Held = (long)Requirement.UsPerson;
        const long Missing = (long)Requirement.TlpAmber;
        var audience = Guid.NewGuid();
        await using var context = host.Module.AccessDatabase.CreateContext();
        var version = await context.Set<Portion>()
            .Where(hidden => (hidden.Requires & Held) != 0
                && context.Set<Product>().Any(product => product.CurrentVersionId == hidden.VersionId)
                && !context.Set<Portion>().Any(other =>
                    other.VersionId == hidden.VersionId
                    && (other.Requires & Held) != 0
                    && (other.Requires & Missing) == 0)
                && !context.Set<SourceReference>().Any(source =>
                    source.VersionId == hidden.VersionId
                    && (source.Requires & Held) != 0
                    && (source.Requires & Missing) == 0))
            .OrderBy(hidden => hidden.VersionId)
            .Select(hidden => new { Id = hidden.VersionId, hidden.Version.ProductId })
            .FirstAsync(Cancellation);
        context.Add(new Entitlement
        {
            AudienceId = audience,
            VersionId = version.Id,
            ProductId = version.ProductId,
            Kind = EntitlementKind.List,
            EffectiveAt = host.Clock.GetUtcNow().UtcDateTime,
            Requires = 0,
            IsCurrent = true,
        });
        await context.SaveChangesAsync(Cancellation);
        var viewer = new Viewer
        {
            Kind = PrincipalKind.Person,
            PersonId = Guid.Empty,
            AudienceIds = [audience],
            Now = host.Clock.GetUtcNow().UtcDateTime,
        };
        var follower = new Follower(
            (document, variables) => Follower.AskAsync(host, viewer, document, variables), null);
        await follower.BeginAsync(5, () => Task.CompletedTask);
        Assert.Single(follower.Held);

        foreach (var (holds, told) in new (Requirement Holds, string[] Told)[]
        {
            (Requirement.UsPerson, []),
            (Requirement.None, []),
            ((Requirement)long.MaxValue, ["ACCESS_GRANTED"]),
        })
        {
            viewer = viewer with { Holds = holds };
            Assert.Equal(told, (await follower.FollowAsync(5)).Told.ConvertAll(change => change.Kind));
        }
    }

    async Task RunAsync(int seed, object? where)
    {
        var random = new Random(seed);
        var world = new FollowedWorld(host, random);
        await world.BeginAsync(Cancellation);
        var viewer = world.NewViewer();
        // As whom he asked; null: nobody asks for it.
        List<Viewer>? used = null;
        Task<JsonElement> AskAsync(string document, object variables)
        {
            used?.Add(viewer);
            return Follower.AskAsync(host, viewer, document, variables);
        }

        var follower = new Follower(AskAsync, where);
        // Since when, and as whom, he may have been told what he holds.
        var (since, viewers) = (0, new List<Viewer>());

        async Task BeginAsync()
        {
            var began = world.Step;
            used = [];
            await follower.BeginAsync(
                random.Next(1, 4),
                async () =>
                {
                    await world.ChangeAsync(Cancellation);
                    viewer = random.Next(5) == 0 ? world.NewViewer() : viewer;
                });
            (since, viewers, used) = (Math.Max(0, began - 1), used!, null);
        }

        async Task<bool> FollowAsync(int first, int? applied)
        {
            viewers.Add(viewer);
            var (told, hasMore) = await follower.FollowAsync(first, applied);
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

        var fresh = new Follower(AskAsync, where);
        await fresh.BeginAsync(50, () => Task.CompletedTask);
        var difference = Follower.Difference(fresh, follower);
        Assert.True(difference.Length == 0, $"Seed {seed}:\n{difference}");
        var (none, _) = await follower.FollowAsync(5);
        Assert.Empty(none);
    }
}

public sealed class SqliteFollowingTests(SqliteHost host) : FollowingTests(host), IClassFixture<SqliteHost>
{
    private protected override int Cases => 12;
}

public sealed class PostgresFollowingTests(PostgresHost host) : FollowingTests(host), IClassFixture<PostgresHost>
{
    private protected override int Cases => 12;
}
