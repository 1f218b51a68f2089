using GraphApi.Engine.Errors;

namespace GraphApi.Server.Transport.Http;

/// <summary>
/// The header <c>Access-Purpose</c>, in which a caller says what he reads for: it is kept with the records of what he
/// reads.
/// </summary>
static class PurposeHeader
{
    /// <summary>Its name.</summary>
    public const string Name = "Access-Purpose";

    /// <summary>The most characters of a purpose.</summary>
    public const int MaxLength = 200;

    /// <summary>The refusal of a header that cannot be kept.</summary>
    public static RequestRefusal Refusal => new(
        RefusalReason.Unreadable,
        $"The header '{Name}' must be one line of 1 to {MaxLength} printable ASCII characters.",
        ErrorCode.RequestInvalid);

    /// <summary>Whether the header is left away or can be kept.</summary>
    public static bool IsReadable(IHeaderDictionary headers)
    {
        var values = headers[Name];
        return values.Count == 0
            || (values is [{ } value]
                && value.AsSpan().Trim(' ') is { Length: >= 1 and <= MaxLength } purpose
                && !purpose.ContainsAnyExceptInRange(' ', '~'));
    }

    /// <summary>What a readable header says; null: it is left away.</summary>
    public static string? Read(IHeaderDictionary headers) => headers[Name] is [{ } value] ? value.Trim(' ') : null;
}
