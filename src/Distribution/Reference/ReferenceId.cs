using System.Security.Cryptography;
using System.Text;

namespace GraphApi.Distribution.Reference;

/// <summary>
/// Identifiers of reference rows. A reference row is the same thing in every installation, so its identifier is made of
/// its code: exports of two installations agree on it.
/// </summary>
static class ReferenceId
{
    /// <summary>The identifier of the row of a table that has this code; the form of a version 8 UUID.</summary>
    public static Guid Of(string table, string code)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(table + ":" + code), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
