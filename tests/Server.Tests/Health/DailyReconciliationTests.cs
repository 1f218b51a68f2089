using GraphApi.Distribution.AccessRecords;
using GraphApi.Server.Health;

namespace GraphApi.Server.Tests.Health;

public sealed class DailyReconciliationTests : IDisposable
{
    static readonly DateOnly Today = new(2026, 3, 1);

    readonly FakeTime _time = new();
    readonly LogRecorder _log = new();

    public void Dispose() => _log.Dispose();

    [Theory]
    [InlineData(10, -2)]
    [InlineData(16, -1)]
    public async Task A_day_is_over_a_quarter_of_an_hour_after_its_midnight(int minutes, int last)
    {
        _time.Set(TimeSpan.FromMinutes(minutes) - TimeSpan.FromHours(12));
        var asked = new List<DateOnly>();

        await RunOnceAsync(until => asked.Add(until), _ => throw new InvalidOperationException("No day is due."));

        Assert.Equal([Today.AddDays(last)], asked);
        Assert.Empty(_log.Lines);
    }

    [Fact]
    public async Task Every_day_that_is_due_is_compared_and_told_of_without_what_was_read()
    {
        await RunOnceAsync(
            _ => { },
            day => new ReconciliationResult(day, Reads: 7, day == Today.AddDays(-3) ? 2 : 0, IsNew: true),
            Today.AddDays(-3),
            Today.AddDays(-1));

        Assert.Equal(
            [
                "Critical test: 2 of 7 reads of 2026-02-26 were outside the audience: see access_findings.",
                "Information test: All 7 reads of 2026-02-28 were within their audience.",
            ],
            _log.Lines);
    }

    [Fact]
    public async Task What_fails_is_told_of_and_does_not_end_it()
    {
        await RunOnceAsync(_ => { }, _ => throw new TimeoutException("secret"), Today.AddDays(-1));

        Assert.Equal(
            ["Error test: The reads of days that are over could not be compared with their audiences."], _log.Lines);
    }

    /// <summary>One look; then it has to be waiting for the next until it is stopped.</summary>
    async Task RunOnceAsync(
        Action<DateOnly> asked, Func<DateOnly, ReconciliationResult> reconcile, params DateOnly[] due)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var running = DailyReconciliation.RunAsync(
            (until, _) =>
            {
                asked(until);
                return Task.FromResult<IReadOnlyList<DateOnly>>(due);
            },
            (day, again, _) =>
            {
                Assert.False(again);
                return Task.FromResult(reconcile(day));
            },
            _log.CreateLogger("test"),
            _time,
            stopping.Token);
        Assert.False(running.IsCompleted);
        await stopping.CancelAsync();
        await running;
    }
}
