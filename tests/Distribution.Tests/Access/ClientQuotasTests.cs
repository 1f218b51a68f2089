using System.Data.Common;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Tests.Demonstration;
using GraphApi.Engine.Errors;

namespace GraphApi.Distribution.Tests.Access;

/// <summary>What machine clients may pull a day, counted for two nodes together, on both databases.</summary>
public sealed class ClientQuotasTests
{
    static readonly Guid Client = RowIds.Of(RowKind.ServiceClient, 0);
    static readonly DateTime Noon = new(2026, 11, 22, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_quota_is_one_for_all_nodes_and_begins_anew_at_midnight(bool postgres)
    {
        await using var scratch = await ScratchDatabase.CreateAsync(postgres);
        await using (var context = scratch.Open())
        {
            await new Seeder(context, new FixedTime(), progress: null)
                .SeedAsync(SeedSize.S, replace: false, Cancellation);
        }

        var clock = new Clock { Now = Noon };
        await using var here = new ClientQuotas(scratch.Database, clock);
        await using var elsewhere = new ClientQuotas(scratch.Database, clock);
        await here.CheckAsync(ViewerAt(Noon), Cancellation);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            here.CountAsync(ViewerAt(Noon), 2, Cancellation).AsTask()));
        await elsewhere.CountAsync(ViewerAt(Noon), 1, Cancellation);
        await elsewhere.CheckAsync(ViewerAt(Noon), Cancellation);
        await elsewhere.CountAsync(ViewerAt(Noon), 1, Cancellation);

        var refused = await Assert.ThrowsAsync<GraphQLException>(
            () => elsewhere.CheckAsync(ViewerAt(Noon), Cancellation).AsTask());
        Assert.Equal(
            (
                "The client has pulled the 10 contents it may pull today. Ask again after midnight UTC.",
                "QUOTA_EXCEEDED"),
            (refused.Error.Message, refused.Error.Code));
        Assert.Equal(
            new Dictionary<string, object?> { ["quota"] = 10, ["retryAfterSeconds"] = 43_200 },
            refused.Error.Extensions);
        // This node knows of 8 until it adds something itself; a node that starts reads the count of all.
        await here.CheckAsync(ViewerAt(Noon), Cancellation);
        await here.CountAsync(ViewerAt(Noon), 1, Cancellation);
        await Assert.ThrowsAsync<GraphQLException>(() => here.CheckAsync(ViewerAt(Noon), Cancellation).AsTask());
        await using var started = new ClientQuotas(scratch.Database, clock);
        await Assert.ThrowsAsync<GraphQLException>(() => started.CheckAsync(ViewerAt(Noon), Cancellation).AsTask());

        clock.Now = Noon.AddHours(12);
        await here.CheckAsync(ViewerAt(clock.Now), Cancellation);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_requests_of_a_moment_are_counted_all_or_not_at_all(bool postgres)
    {
        await using var scratch = await ScratchDatabase.CreateAsync(postgres);
        await using (var context = scratch.Open())
        {
            await new Seeder(context, new FixedTime(), progress: null)
                .SeedAsync(SeedSize.S, replace: false, Cancellation);
        }

        var day = DateOnly.FromDateTime(Noon);
        await using var quotas = new ClientQuotas(scratch.Database, new Clock());
        await Assert.ThrowsAnyAsync<DbException>(
            () => quotas.AddAsync([(Client, day, 10), (Guid.AllBitsSet, day, 1)]));
        await quotas.CheckAsync(ViewerAt(Noon), Cancellation);
        await using (var started = new ClientQuotas(scratch.Database, new Clock()))
        {
            await started.CheckAsync(ViewerAt(Noon), Cancellation);
        }

        await quotas.AddAsync([(Client, day, 4), (Client, day, 6), (Client, day.AddDays(1), 1)]);
        await using var after = new ClientQuotas(scratch.Database, new Clock());
        await Assert.ThrowsAsync<GraphQLException>(() => after.CheckAsync(ViewerAt(Noon), Cancellation).AsTask());
        await after.CheckAsync(ViewerAt(Noon.AddDays(1)), Cancellation);
    }

    [Fact]
    public async Task A_count_that_was_read_before_others_added_does_not_replace_theirs()
    {
        await using var quotas = new ClientQuotas(null!, new Clock());
        var day = DateOnly.FromDateTime(Noon);
        Assert.Equal((day, 10L), quotas.Learn(Client, day, 10));
        Assert.Equal((day, 10L), quotas.Learn(Client, day, 9));
        await Assert.ThrowsAsync<GraphQLException>(() => quotas.CheckAsync(ViewerAt(Noon), Cancellation).AsTask());
        Assert.Equal((day.AddDays(1), 0L), quotas.Learn(Client, day.AddDays(1), 0));
    }

    [Fact]
    public async Task Whoever_has_no_quota_is_not_counted_and_asks_no_database()
    {
        await using var quotas = new ClientQuotas(null!, new Clock());
        foreach (var viewer in new[] { Viewer.Anonymous(Noon), ViewerAt(Noon) with { DailyQuota = null } })
        {
            await quotas.CheckAsync(viewer, Cancellation);
            await quotas.CountAsync(viewer, 1_000, Cancellation);
        }

        await quotas.CountAsync(ViewerAt(Noon), 0, Cancellation);
    }

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static Viewer ViewerAt(DateTime now) => new()
    {
        Kind = PrincipalKind.ServiceClient,
        ServiceClientId = Client,
        DailyQuota = 10,
        Now = now,
    };

    sealed class Clock : TimeProvider
    {
        public DateTime Now { get; set; } = Noon;

        public override DateTimeOffset GetUtcNow() => new(Now, TimeSpan.Zero);
    }
}
