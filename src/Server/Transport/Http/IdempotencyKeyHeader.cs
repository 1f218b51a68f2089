using System.Text.Json;
using GraphApi.Engine.Errors;

namespace GraphApi.Server.Transport.Http;

/// <summary>
/// The header <c>Idempotency-Key</c>, by which a caller can repeat a mutation without having it done twice. Where there
/// are no headers, or several requests in one, <c>extensions.idempotencyKey</c> says the same and goes before it.
/// </summary>
/// <seealso href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/"/>
static class IdempotencyKeyHeader
{
    /// <summary>Its name.</summary>
    public const string Name = "Idempotency-Key";

    /// <summary>The most characters of a key, without quotes around it.</summary>
    public const int MaxLength = 255;

    const string Extension = "idempotencyKey";

    /// <summary>The refusal of a header that is no key.</summary>
    public static RequestRefusal Refusal => new(
        RefusalReason.Unreadable,
        $"The header '{Name}' must be 1 to {MaxLength} printable ASCII characters, in quotes or not.",
        ErrorCode.RequestInvalid);

    /// <summary>The error of an extension that is no key.</summary>
    public static GraphQLError Invalid { get; } = new(
        $"extensions.{Extension} must be 1 to {MaxLength} printable ASCII characters.", ErrorCode.RequestInvalid);

    /// <summary>Whether the header is left away or is a key.</summary>
    public static bool IsReadable(IHeaderDictionary headers) =>
        headers[Name].Count == 0 || Read(headers) is not null;

    /// <summary>The key in a readable header; null: it is left away.</summary>
    public static string? Read(IHeaderDictionary headers)
    {
        if (headers[Name] is not [{ } value])
        {
            return null;
        }

        var text = value.Trim(' ');
        var key = text is ['"', .., '"'] ? text[1..^1] : text;
        return IsKey(key) ? key : null;
    }

    /// <summary>
    /// Takes the key out of the extensions of a request; null: there is none. False: it is none that could be kept.
    /// </summary>
    public static bool TryRead(JsonElement extensions, out string? key)
    {
        key = null;
        if (extensions.ValueKind != JsonValueKind.Object || !extensions.TryGetProperty(Extension, out var value))
        {
            return true;
        }

        key = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return key is not null && IsKey(key);
    }

    static bool IsKey(string key) =>
        key.Length is >= 1 and <= MaxLength && !key.AsSpan().ContainsAnyExceptInRange(' ', '~');
}
