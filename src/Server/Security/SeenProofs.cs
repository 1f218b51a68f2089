using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace GraphApi.Server.Security;

/// <summary>
/// The proofs that were taken while they could be taken again, so that none is. It is this node's alone: a proof that
/// is overheard could be used once at each other node while it is fresh. Bounded, as a whole and for each key: whoever
/// fills the share of his key is refused until some of its proofs are too old, and no other is. Mutable; thread-safe.
/// </summary>
/// <param name="window">For how long a proof is fresh: from the earliest to the latest time it can have.</param>
/// <param name="time">The clock.</param>
sealed class SeenProofs(TimeSpan window, TimeProvider time)
{
    /// <summary>The proofs that are remembered of a window, at most.</summary>
    public const int Capacity = 200_000;

    /// <summary>The proofs of one key that are remembered of a window, at most.</summary>
    public const int Share = Capacity / 20;

    readonly Lock _lock = new();
    HashSet<UInt128> _earlier = [];
    HashSet<UInt128> _later = [];
    readonly Dictionary<string, int> _shares = [];
    long _turned = time.GetTimestamp();

    /// <summary>
    /// Remembers a proof by the thumbprint of its key and its id; returns why it cannot be taken, null where it is.
    /// </summary>
    public string? Add(string thumbprint, string id)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{thumbprint} {id}"));
        var entry = new UInt128(BitConverter.ToUInt64(hash), BitConverter.ToUInt64(hash, 8));
        lock (_lock)
        {
            Turn();
            if (_earlier.Contains(entry) || _later.Contains(entry))
            {
                return "it was used before";
            }

            if (_later.Count == Capacity)
            {
                return "too many proofs are remembered, try again later";
            }

            // Bounded by what is remembered: a key has an entry only with a proof.
            ref var share = ref CollectionsMarshal.GetValueRefOrAddDefault(_shares, thumbprint, out _);
            if (share == Share)
            {
                return "its key has sent too many, try again later";
            }

            _later.Add(entry);
            share++;
            return null;
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
        _shares.Clear();
        _turned = now;
    }
}
