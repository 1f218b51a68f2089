using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace GraphApi.Server.Documents;

/// <summary>The SHA-256 of a document: of its text in UTF-8, written as 64 hexadecimal digits in lower case.</summary>
static class DocumentHash
{
    /// <summary>What an id begins with that is a hash.</summary>
    public const string Prefix = "sha256:";

    const int Length = 2 * SHA256.HashSizeInBytes;

    static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    /// <summary>The hash of a text.</summary>
    public static string Of(string text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            var length = Encoding.UTF8.GetBytes(text, bytes);
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(bytes.AsSpan(0, length), hash);
            return Convert.ToHexStringLower(hash);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>Whether a text can be a hash.</summary>
    public static bool IsHash(ReadOnlySpan<char> text) => text.Length == Length && !text.ContainsAnyExcept(Digits);

    /// <summary>The hash that an id is, with the prefix or without; null: it is none.</summary>
    public static string? FromId(string id)
    {
        var hash = id.StartsWith(Prefix, StringComparison.Ordinal) ? id.AsSpan(Prefix.Length) : id;
        return IsHash(hash) ? hash.ToString() : null;
    }
}
