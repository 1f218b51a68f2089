using System.Text.Json;
using GraphApi.Engine.Errors;

namespace GraphApi.Server.Documents;

/// <summary>What a request says in <c>extensions.persistedQuery</c>, Apollo's protocol.</summary>
/// <seealso href="https://www.apollographql.com/docs/apollo-server/performance/apq"/>
static class PersistedQuery
{
    /// <summary>The name of the entry, in requests and in responses.</summary>
    public const string Name = "persistedQuery";

    static readonly GraphQLError Malformed = new(
        "The extension \"persistedQuery\" must be an object with \"version\": 1 and the \"sha256Hash\" of the "
            + "document, 64 hexadecimal digits in lower case.",
        ErrorCode.RequestInvalid);

    /// <summary>Tells the client that the protocol is not to be had, so that it sends documents.</summary>
    public static readonly GraphQLError NotSupported =
        new("PersistedQueryNotSupported", ErrorCode.PersistedQueryNotSupported);

    /// <summary>Tells the client to send the document with the hash.</summary>
    public static readonly GraphQLError NotFound = new("PersistedQueryNotFound", ErrorCode.PersistedQueryNotFound);

    /// <summary>
    /// The hash that a request gives. No hash and no error: it gives none. An error: what it gives is not understood.
    /// </summary>
    public static (string? Hash, GraphQLError? Error) Read(JsonElement extensions)
    {
        if (extensions.ValueKind != JsonValueKind.Object
            || !extensions.TryGetProperty(Name, out var entry)
            || entry.ValueKind == JsonValueKind.Null)
        {
            return (null, null);
        }

        if (entry.ValueKind != JsonValueKind.Object
            || !entry.TryGetProperty("version", out var version)
            || version.ValueKind != JsonValueKind.Number)
        {
            return (null, Malformed);
        }

        if (!version.TryGetInt32(out var number) || number != 1)
        {
            return (null, NotSupported);
        }

        return entry.TryGetProperty("sha256Hash", out var hash)
            && hash.ValueKind == JsonValueKind.String
            && hash.GetString() is { } text
            && DocumentHash.IsHash(text)
            ? (text, null)
            : (null, Malformed);
    }
}
