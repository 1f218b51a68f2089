using System.Security.Cryptography;
using System.Text;

namespace GraphApi.Distribution.Products;

/// <summary>
/// SHA-256 of what stands in a certain order, in lower-case hexadecimal: of what a version says, and of an audience.
/// </summary>
static class ContentDigest
{
    /// <summary>Of the portions of a version, in their order: <see cref="ProductVersion.ContentHash"/>.</summary>
    public static string Of(IEnumerable<Portion> portions) =>
        Of(portions.OrderBy(portion => portion.Ordinal).Select(portion => portion.Key + '\n' + portion.Text));

    /// <summary>Of the ids of an audience: <see cref="Publication.AudienceSnapshotHash"/>.</summary>
    public static string Of(IEnumerable<Guid> audience) => Of(audience.Order().Select(id => id.ToString()));

    static string Of(IEnumerable<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(part));
            hash.AppendData([0]);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
