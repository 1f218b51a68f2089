using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace GraphApi.Distribution.Access;

/// <summary>SHA-256 over what a token claims: equal for tokens that claim the same.</summary>
/// <param name="High">Its first 16 bytes.</param>
/// <param name="Low">Its last 16 bytes.</param>
readonly record struct ClaimsFingerprint(UInt128 High, UInt128 Low)
{
    /// <summary>That of a text, by its UTF-8.</summary>
    public static ClaimsFingerprint Of(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return new ClaimsFingerprint(
            BinaryPrimitives.ReadUInt128BigEndian(hash), BinaryPrimitives.ReadUInt128BigEndian(hash[16..]));
    }
}
