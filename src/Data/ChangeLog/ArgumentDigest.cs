using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GraphApi.Engine.Execution;

namespace GraphApi.Data.ChangeLog;

/// <summary>
/// Tells whether two requests ask for the same: equal for equal coerced values, in whatever order fields were given.
/// </summary>
public static class ArgumentDigest
{
    /// <summary>SHA-256 of a coerced value: an input object, a list, a leaf or null.</summary>
    public static byte[] Of(object? value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
    }

    static void Append(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append('-');
                break;
            case InputObject input:
                text.Append('{');
                foreach (var field in input.Type.Fields)
                {
                    if (input.TryGet(field, out var given))
                    {
                        text.Append(field.Name).Append(':');
                        Append(text, given);
                    }
                }

                text.Append('}');
                break;
            case object?[] items:
                text.Append('[');
                foreach (var item in items)
                {
                    Append(text, item);
                }

                text.Append(']');
                break;
            default:
                // With its length in front, so that no text can look like two.
                var leaf = Convert.ToString(value, CultureInfo.InvariantCulture)!;
                text.Append(leaf.Length).Append('"').Append(leaf);
                break;
        }
    }
}
