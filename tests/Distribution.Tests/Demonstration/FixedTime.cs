namespace GraphApi.Distribution.Tests.Demonstration;

/// <summary>A clock that stands still in the middle of a day.</summary>
sealed class FixedTime : TimeProvider
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 14, 30, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
