namespace GraphApi.Server.Tests;

/// <summary>A clock that a test moves; timers run on the system's.</summary>
sealed class FakeTime : TimeProvider
{
    DateTimeOffset _now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    TimeSpan _set;

    public override DateTimeOffset GetUtcNow() => _now + _set;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now.UtcTicks;

    public void Advance(TimeSpan by) => _now += by;

    /// <summary>Sets the time of day, as an operator does; no time passes.</summary>
    public void Set(TimeSpan by) => _set += by;
}
