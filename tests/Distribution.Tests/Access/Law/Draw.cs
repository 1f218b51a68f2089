using GraphApi.Distribution.Tests.Demonstration;

namespace GraphApi.Distribution.Tests.Access.Law;

/// <summary>Draws from a seed what rows, principals and operations are made of. Mutable: a draw moves it on.</summary>
sealed class Draw(int seed)
{
    static readonly DateTime Now = FixedTime.Now.UtcDateTime;

    readonly Random _random = new(seed);

    public bool Chance(double probability) => _random.NextDouble() < probability;

    /// <summary>From <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public int Between(int low, int high) => _random.Next(low, high + 1);

    public T Pick<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    public T Pick<T>()
        where T : struct, Enum => Pick(Enum.GetValues<T>());

    /// <summary>The first choice mostly, else one of the others.</summary>
    public T Mostly<T>(T usual, double probability, params T[] others) =>
        Chance(probability) ? usual : Pick(others);

    /// <summary>So many of the choices, each once; all where there are fewer.</summary>
    public List<T> Some<T>(IReadOnlyList<T> choices, int low, int high)
    {
        var left = choices.ToList();
        var some = new List<T>();
        for (var count = Math.Min(Between(low, high), left.Count); count > 0; count--)
        {
            var at = _random.Next(left.Count);
            some.Add(left[at]);
            left.RemoveAt(at);
        }

        return some;
    }

    public Guid Id()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes);
    }

    public string Text(string prefix) => $"{prefix} {_random.Next(100_000):D5} (synthetic)";

    public string Hash() => Convert.ToHexStringLower([.. Id().ToByteArray(), .. Id().ToByteArray()]);

    /// <summary>A moment of the past 60 days, to the second.</summary>
    public DateTime Past() => Now.AddSeconds(-Between(60, 60 * 86_400));

    /// <summary>A moment of the coming 60 days, to the second.</summary>
    public DateTime Future() => Now.AddSeconds(Between(1, 60 * 86_400));

    /// <summary>When something ends: never, later, exactly now, or before.</summary>
    public DateTime? End() => Pick([0, 0, 0, 0, 1, 1, 2, 3]) switch
    {
        0 => null,
        1 => Future(),
        2 => Now,
        _ => Past(),
    };

    /// <summary>The day on which something ends, as <see cref="End"/>.</summary>
    public DateOnly? EndDay() => End() is { } end ? DateOnly.FromDateTime(end) : null;

    /// <summary>The day on which something begins: past as a rule, today, or still to come.</summary>
    public DateOnly StartDay() => DateOnly.FromDateTime(Mostly(Past(), 0.85, Now, Future()));
}
