using System.Security.Cryptography;
using System.Text;

namespace GraphApi.Server.Security;

/// <summary>
/// The proofs that were taken while they could be taken again, so that none is. It is this node's alone: a proof that
/// is overheard could be used once at each other node while it is fresh. Bounded: when it is full, no proof is taken
/// until some are too old. Mutable; thread-safe.
/// </summary>
/// <param name="window">For how long a proof is fresh: from the earliest to the latest time it can have.</param>
/// <param name="time">The clock.</param>
sealed class SeenProofs(TimeSpan window, TimeProvider time)
{
    /// <summary>The proofs that are remembered of a window, at most.</summary>
    public const int Capacity = 200_000;

    readonly Lock _lock = new();
    HashSet<UInt128> _earlier = [];
    HashSet<UInt128> _later = [];
    long _turned = time.GetTimestamp();

    /// <summary>
    /// Remembers a proof by the thumbprint of its key and its id; returns false where it cannot be taken.
    /// </summary>
    public bool TryAdd(string thumbprint, string id)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{thumbprint} {id}"));
        var entry = new UInt128(BitConverter.ToUInt64(hash), BitConverter.ToUInt64(hash, 8));
        lock (_lock)
        {
            Turn();
            return !_earlier.Contains(entry) && _later.Count < Capacity && _later.Add(entry);
        }
    }

    // What is in the earlier set was added at least one window ago by the time it is dropped.
    void Turn()
    {
        var now = time.GetTimestamp();
        var age = time.GetElapsedTime(_turned, now);
        if (age < window)
        {
            return;
        }

        (_earlier, _later) = age < 2 * window ? (_later, _earlier) : ([], _earlier);
        _later.Clear();
        _turned = now;
    }
}
