using GraphApi.Distribution.Clock;
using GraphApi.Server.Health;

namespace GraphApi.Server.Tests.Health;

public sealed class ReleaseClockTests : IDisposable
{
    static readonly ClockReport Nothing = new(0, 0, 0, [], []);

    readonly FakeTime _time = new();
    readonly LogRecorder _log = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task What_was_done_is_told_of_by_number_and_what_was_not_by_id()
    {
        var version = new Guid("3f0d5a6e-5df5-4a0b-8a43-0c6f5a6d0001");
        await RunOnceAsync(() => new ClockReport(2, 1, 3, [version], [(version, new TimeoutException("secret"))]));

        Assert.Equal(
            [
                "Information test: The clock released 2 versions and ended 1 that were past validity.",
                "Warning test: 3 privacy reviews became overdue.",
                $"Error test: The release of version {version} is due and was refused: its audience or review does "
                + "not fit any more.",
                $"Error test: What is due of {version} failed; it is tried again.",
            ],
            _log.Lines);
    }

    [Fact]
    public async Task Where_nothing_is_due_nothing_is_said()
    {
        await RunOnceAsync(() => Nothing);
        Assert.Empty(_log.Lines);
    }

    [Fact]
    public async Task What_fails_is_told_of_and_does_not_stop_the_clock()
    {
        await RunOnceAsync(() => throw new TimeoutException("secret"));
        Assert.Equal(["Error test: What is due could not be done; it is tried again."], _log.Lines);
    }

    /// <summary>One round; then it has to be waiting for the next until it is stopped.</summary>
    async Task RunOnceAsync(Func<ClockReport> run)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var rounds = 0;
        var running = ReleaseClock.RunAsync(
            _ =>
            {
                rounds++;
                return Task.FromResult(run());
            },
            _ => Task.FromResult<DateTime?>(_time.GetUtcNow().UtcDateTime.AddHours(1)),
            TimeSpan.FromSeconds(15),
            _log.CreateLogger("test"),
            _time,
            stopping.Token);
        Assert.False(running.IsCompleted);
        Assert.Equal(1, rounds);
        await stopping.CancelAsync();
        await running;
    }
}
