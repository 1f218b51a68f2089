using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace GraphApi.Server.Security;

/// <summary>
/// Tokens that were found valid a moment ago, by their SHA-256, so that a caller's next request costs no signature
/// check. A token is forgotten when it expires or after <see cref="Memory"/>, whichever is first. Only valid tokens are
/// kept, so that garbage cannot push them out. Thread-safe.
/// </summary>
sealed class KnownTokens(TimeProvider time)
{
    /// <summary>How long a token is believed without another look. <value>30 seconds.</value></summary>
    public static readonly TimeSpan Memory = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Tokens kept at most; beyond it, those that are due are dropped, and a new one is not kept if none is.
    /// </summary>
    public const int Capacity = 10_000;

    readonly ConcurrentDictionary<Hash, Entry> _entries = new();

    /// <summary>What validation said of a token a moment ago; null: not known.</summary>
    public AccessToken? Find(string token) =>
        _entries.TryGetValue(HashOf(token), out var entry) && time.GetUtcNow() < entry.Until ? entry.Token : null;

    /// <summary>Keeps a valid token.</summary>
    public void Remember(string text, AccessToken token)
    {
        var now = time.GetUtcNow();
        if (_entries.Count >= Capacity && !MakeRoom(now))
        {
            return;
        }

        var forgotten = now + Memory;
        _entries[HashOf(text)] = new Entry(token, token.Expires < forgotten ? token.Expires : forgotten);
    }

    bool MakeRoom(DateTimeOffset now)
    {
        foreach (var (hash, entry) in _entries)
        {
            if (entry.Until <= now)
            {
                _entries.TryRemove(hash, out _);
            }
        }

        return _entries.Count < Capacity;
    }

    static Hash HashOf(string token)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(token), hash);
        return new Hash(new UInt128(BitConverter.ToUInt64(hash), BitConverter.ToUInt64(hash[8..])),
            new UInt128(BitConverter.ToUInt64(hash[16..]), BitConverter.ToUInt64(hash[24..])));
    }

    readonly record struct Hash(UInt128 High, UInt128 Low);

    sealed record Entry(AccessToken Token, DateTimeOffset Until);
}
