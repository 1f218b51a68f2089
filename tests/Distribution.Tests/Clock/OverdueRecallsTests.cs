using GraphApi.Data.Bindings;
using GraphApi.Distribution.Changes;
using GraphApi.Distribution.Tests.Recalls;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Clock;

/// <summary>
/// Who is told of those who do not answer in time, and when. Each test moves the clock of the host on.
/// </summary>
public abstract class OverdueRecallsTests(DistributionHost host)
{
    readonly RecallScene _scene = new(host);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    DateTime Now => host.Clock.GetUtcNow().UtcDateTime;

    [Fact]
    public async Task Who_is_late_is_told_of_to_the_liaison_first_and_a_day_later_to_the_center()
    {
        var product = await _scene.ProductAsync("partner-fire");
        var (water, free) = (await _scene.PersonAsync("partner-water"), await _scene.PersonAsync("analyst-elsewhere"));
        await _scene.DeliverAsync(product, person: water.Id);
        await _scene.DeliverAsync(product, person: free.Id);
        await _scene.DeliverAsync(product, person: (await _scene.PersonAsync("partner-tribal")).Id);
        await _scene.CloseListsAsync(product);
        var liaison = await _scene.LiaisonAsync("partner-hospital", water.OrganizationId!.Value);
        var deadline = Now.AddHours(3);
        var notice = await _scene.RecalledAsync(product, "DESTROY_AND_CONFIRM", deadline);
        RecallScene.Done(
            await _scene.RespondAsync("partner-tribal", await _scene.MineAsync("partner-tribal", notice), "DESTROYED"),
            "recallResponse");
        RecallScene.Done(
            await _scene.RespondAsync("partner-water", await _scene.MineAsync("partner-water", notice), "ACKNOWLEDGED"),
            "recallResponse");

        host.Clock.Ahead += TimeSpan.FromHours(3) - TimeSpan.FromTicks(10);
        await host.Module.RunDueAsync(Stop);
        Assert.Equal(["Acknowledged ", "Destroyed ", "Notified "], await StatesAsync(notice));
        Assert.True(await host.Module.FindNextDueAsync(Stop) <= deadline);
        Assert.Equal("false", (await _scene.MineAsync("partner-water", notice)).GetProperty("isOverdue").GetRawText());

        host.Clock.Ahead += TimeSpan.FromTicks(10);
        Assert.Equal("true", (await _scene.MineAsync("partner-water", notice)).GetProperty("isOverdue").GetRawText());
        await host.Module.RunDueAsync(Stop);
        string[] first = ["Destroyed ", "Escalated Center", "Escalated Organization"];
        Assert.Equal(
            new[] { product.OriginatorId, water.Id, free.Id, liaison.Id }.Order(), (await ToldAsync(notice)).Order());
        Assert.Equal(first, await StatesAsync(notice));
        await host.Module.RunDueAsync(Stop);
        Assert.Equal(first, await StatesAsync(notice));
        Assert.True(await host.Module.FindNextDueAsync(Stop) <= deadline.AddHours(24));

        host.Clock.Ahead += TimeSpan.FromHours(24);
        await host.Module.RunDueAsync(Stop);
        Assert.Equal(["Destroyed ", "Escalated Center", "Escalated Center"], await StatesAsync(notice));
        Assert.Equal(new[] { product.OriginatorId, water.Id }.Order(), (await ToldAsync(notice)).Order());

        // Late is better than never.
        var mine = await _scene.MineAsync("partner-water", notice);
        RecallScene.Done(await _scene.RespondAsync("partner-water", mine, "DESTROYED"), "recallResponse");
        await host.Module.RunDueAsync(Stop);
        Assert.Equal(["Destroyed ", "Destroyed Center", "Escalated Center"], await StatesAsync(notice));
    }

    /// <summary>Who was told of a recall last.</summary>
    async Task<List<Guid>> ToldAsync(string notice)
    {
        var key = NodeIds.KeyOf(notice, "RecallNotice");
        await using var context = host.Module.AccessDatabase.CreateContext();
        return await context.Set<ChangeAudience>()
            .Where(audience => audience.Sequence == context.Set<Change>().Where(change => change.RecallId == key)
                .Max(change => change.Sequence))
            .Select(audience => audience.AudienceId)
            .ToListAsync(Stop);
    }

    async Task<List<string>> StatesAsync(string notice) =>
    [
        .. (await _scene.ResponsesAsync(notice)).Select(response => $"{response.State} {response.EscalatedTo}")
            .Order(StringComparer.Ordinal),
    ];
}

public sealed class SqliteOverdueRecallsTests(SqliteHost host) : OverdueRecallsTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresOverdueRecallsTests(PostgresHost host)
    : OverdueRecallsTests(host), IClassFixture<PostgresHost>;
