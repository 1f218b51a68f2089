using System.Globalization;

namespace GraphApi.Distribution.AccessRecords;

/// <summary>
/// Where a chain of access records, or that of all heads, had come to: a line that an operator keeps somewhere else, as
/// <c>3:1024:</c> and the 64 hexadecimal digits of a hash, or <c>heads:17:</c> and such.
/// </summary>
/// <param name="Chain">The number of the chain; null: the chain of all heads.</param>
/// <param name="Sequence">The place of its last record or head; 0: it had none.</param>
/// <param name="Hash">The hash of that, or of the chain, in lower-case hexadecimal.</param>
public sealed record ChainEnd(long? Chain, long Sequence, string Hash)
{
    const string Heads = "heads";

    /// <summary>Reads a line; null: it is none.</summary>
    public static ChainEnd? Parse(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (line.Split(':') is not [var name, var place, var hash]
            || !long.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            || hash.Length != 2 * AccessDigest.Length
            || !hash.All(char.IsAsciiHexDigit))
        {
            return null;
        }

        if (name == Heads)
        {
            return new ChainEnd(null, sequence, hash.ToLowerInvariant());
        }

        return long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var chain) && chain > 0
            ? new ChainEnd(chain, sequence, hash.ToLowerInvariant())
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{(Chain is { } number ? number : Heads)}:{Sequence}:{Hash}");
}
