namespace GraphApi.Distribution.Demonstration;

/// <summary>
/// A small random number generator (SplitMix64) whose numbers are the same on every machine and under every version of
/// .NET, which <see cref="Random"/> does not promise. Not for secrets. Mutable: each draw moves it on.
/// </summary>
struct SeededRandom
{
    const ulong Increment = 0x9E3779B97F4A7C15;

    ulong _state;

    SeededRandom(ulong state) => _state = state;

    /// <summary>
    /// The generator of one row: what it draws depends on the seed, the kind and the index alone, never on which
    /// rows were made before it. So a row can be made twice, or made out of order, and is the same row.
    /// </summary>
    public static SeededRandom For(ulong seed, RowKind kind, long index) =>
        new(Mix(seed ^ Mix(((ulong)kind << 56) ^ (ulong)index)));

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        _state += Increment;
        return Mix(_state);
    }

    /// <summary>A number from 0 to <paramref name="bound"/> - 1. The bound is at least 1.</summary>
    public int Below(int bound) => (int)(((UInt128)Next() * (ulong)bound) >> 64);

    /// <summary>A number from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    /// <summary>A number from 0 (included) to 1 (excluded).</summary>
    public double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>True with the given probability, 0 to 1.</summary>
    public bool Chance(double probability) => Fraction() < probability;

    /// <summary>One of the choices, each as likely as the others.</summary>
    public T Pick<T>(ReadOnlySpan<T> choices) => choices[Below(choices.Length)];

    /// <summary>One of the choices, each as likely as its weight among all weights.</summary>
    public T Weighted<T>(ReadOnlySpan<(T Choice, int Weight)> choices)
    {
        var total = 0;
        foreach (var (_, weight) in choices)
        {
            total += weight;
        }

        var drawn = Below(total);
        foreach (var (choice, weight) in choices)
        {
            drawn -= weight;
            if (drawn < 0)
            {
                return choice;
            }
        }

        return choices[^1].Choice;
    }

    /// <summary>A random (version 4) identifier.</summary>
    public Guid NextId()
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes, Next());
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Next());
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
