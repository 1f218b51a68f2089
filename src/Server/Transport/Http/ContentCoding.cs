using System.IO.Compression;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace GraphApi.Server.Transport.Http;

/// <summary>A way to compress an answer, and how one is chosen.</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3"/>
sealed record ContentCoding
{
    /// <summary>Smaller than gzip in the same time.</summary>
    public static readonly ContentCoding Brotli = new("br");

    /// <summary>Known to every client.</summary>
    public static readonly ContentCoding Gzip = new("gzip");

    // In the order of preference where a client accepts both with the same weight.
    static readonly ContentCoding[] Offered = [Brotli, Gzip];

    ContentCoding(string name) => Name = name;

    /// <summary>The value of the answer's Content-Encoding.</summary>
    public string Name { get; }

    /// <summary>
    /// The coding for an Accept-Encoding header; null: none. A header that cannot be read asks for nothing.
    /// </summary>
    public static ContentCoding? Choose(StringValues acceptEncoding)
    {
        if (!StringWithQualityHeaderValue.TryParseList([.. acceptEncoding.OfType<string>()], out var accepted))
        {
            return null;
        }

        ContentCoding? best = null;
        var bestWeight = 0d;
        foreach (var offered in Offered)
        {
            var weight = offered.WeightIn(accepted);
            if (weight > bestWeight)
            {
                (best, bestWeight) = (offered, weight);
            }
        }

        return best;
    }

    /// <summary>A stream that writes into <paramref name="output"/> what it compresses. Disposing it ends it.</summary>
    public Stream Compress(Stream output, CompressionLevel level) => this == Brotli
        ? new BrotliStream(output, level, leaveOpen: true)
        : new GZipStream(output, level, leaveOpen: true);

    double WeightIn(IList<StringWithQualityHeaderValue> accepted)
    {
        double? any = null;
        foreach (var coding in accepted)
        {
            if (coding.Value.Equals(Name, StringComparison.OrdinalIgnoreCase))
            {
                return coding.Quality ?? 1;
            }

            if (coding.Value == "*")
            {
                any = coding.Quality ?? 1;
            }
        }

        return any ?? 0;
    }
}
