using System.Security.Cryptography;

namespace GraphApi.Distribution.Access;

/// <summary>
/// Audiences that are no row of a table. Those of drafts are made of a center's id, so that a right can be written for
/// an office without knowing who holds it.
/// </summary>
static class Audience
{
    /// <summary>Everybody, signed in or not.</summary>
    public static readonly Guid Public = new("00000000-0000-4000-8000-000000000001");

    /// <summary>The supervisors and directors of a center, for drafts.</summary>
    public static Guid Supervisors(Guid center) => Derive("supervisors"u8, center, Guid.Empty);

    /// <summary>The privacy, civil rights and civil liberties officers of a center, for drafts under review.</summary>
    public static Guid PrivacyOfficers(Guid center) => Derive("privacy officers"u8, center, Guid.Empty);

    /// <summary>
    /// A person as an author of a center: he reads what he wrote there for as long as he works there, and no longer.
    /// </summary>
    public static Guid Author(Guid center, Guid person) => Derive("author"u8, center, person);

    /// <summary>Who reads the drafts of one product for an audit, while its grant is in force.</summary>
    public static Guid Audit(Guid grant) => Derive("audit"u8, grant, Guid.Empty);

    /// <summary>A UUID of version 8 (RFC 9562): the beginning of a hash of what it stands for.</summary>
    static Guid Derive(ReadOnlySpan<byte> office, Guid center, Guid person)
    {
        Span<byte> input = stackalloc byte[64];
        center.TryWriteBytes(input, bigEndian: true, out _);
        person.TryWriteBytes(input[16..], bigEndian: true, out _);
        office.CopyTo(input[32..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(input[..(32 + office.Length)], hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
