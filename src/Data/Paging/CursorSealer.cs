using System.Buffers.Text;
using System.Security.Cryptography;

namespace GraphApi.Data.Paging;

/// <summary>
/// Seals what a cursor holds so that nobody can read or forge it: AES-256-GCM, bound to the list it is of. The nonce is
/// a keyed hash of the content: equal content gives an equal cursor, and no two contents share a nonce however many
/// cursors a key seals. Thread-safe.
/// </summary>
/// <seealso href="https://csrc.nist.gov/pubs/sp/800/38/d/final"/>
public sealed class CursorSealer
{
    const int NonceSize = 12;
    const int TagSize = 16;
    const int MaxTextLength = 4_096;
    readonly (byte[] Seal, byte[] Nonce)[] _keys;

    /// <summary>A sealer with a ring of keys, 32 bytes each: the first seals, all open.</summary>
    public CursorSealer(IReadOnlyList<ReadOnlyMemory<byte>> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (keys.Count == 0 || keys.Any(k => k.Length != 32))
        {
            throw new ArgumentException("Cursors need at least one key, each of 32 bytes.", nameof(keys));
        }

        _keys = [.. keys.Select(k => (Derive(k, "graphapi cursor seal"u8), Derive(k, "graphapi cursor nonce"u8)))];
    }

    /// <summary>The text of a cursor, safe in a URL.</summary>
    /// <param name="content">What it holds.</param>
    /// <param name="list">The list it is of: it opens for no other.</param>
    public string Seal(ReadOnlySpan<byte> content, ReadOnlySpan<byte> list)
    {
        var (seal, nonce) = _keys[0];
        Span<byte> hashed = stackalloc byte[32];
        using (var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, nonce))
        {
            hash.AppendData(list);
            hash.AppendData([0]);
            hash.AppendData(content);
            hash.GetHashAndReset(hashed);
        }

        var sealedBytes = new byte[NonceSize + content.Length + TagSize];
        hashed[..NonceSize].CopyTo(sealedBytes);
        using var aes = new AesGcm(seal, TagSize);
        aes.Encrypt(
            sealedBytes.AsSpan(0, NonceSize),
            content,
            sealedBytes.AsSpan(NonceSize, content.Length),
            sealedBytes.AsSpan(NonceSize + content.Length),
            list);
        return Base64Url.EncodeToString(sealedBytes);
    }

    /// <summary>What the cursor holds; null where it is none of ours, or of another list.</summary>
    public byte[]? Open(string cursor, ReadOnlySpan<byte> list)
    {
        ArgumentNullException.ThrowIfNull(cursor);
        if (cursor.Length > MaxTextLength || !Base64Url.IsValid(cursor))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(cursor);
        if (bytes.Length < NonceSize + TagSize)
        {
            return null;
        }

        var content = new byte[bytes.Length - NonceSize - TagSize];
        foreach (var (seal, _) in _keys)
        {
            using var aes = new AesGcm(seal, TagSize);
            try
            {
                aes.Decrypt(
                    bytes.AsSpan(0, NonceSize),
                    bytes.AsSpan(NonceSize, content.Length),
                    bytes.AsSpan(NonceSize + content.Length),
                    content,
                    list);
                return content;
            }
            catch (AuthenticationTagMismatchException)
            {
                // Sealed by another key of the ring, or by nobody.
            }
        }

        return null;
    }

    static byte[] Derive(ReadOnlyMemory<byte> key, ReadOnlySpan<byte> purpose)
    {
        var derived = new byte[32];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Span, derived, salt: [], purpose);
        return derived;
    }
}
