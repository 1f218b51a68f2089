namespace GraphApi.Distribution.Tests.Demonstration;

/// <summary>A clock that stands still in the middle of a day, until somebody sets it ahead.</summary>
sealed class FixedTime : TimeProvider
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 14, 30, 0, TimeSpan.Zero);

    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => Now + Ahead;
}
