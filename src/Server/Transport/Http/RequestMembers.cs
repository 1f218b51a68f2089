using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using GraphApi.Engine.Errors;

namespace GraphApi.Server.Transport.Http;

/// <summary>
/// Reads the members of one request, each at most once: two readers of one request must not see two different
/// requests. Mutable.
/// </summary>
/// <param name="body">The whole body that the JSON reader reads.</param>
ref struct RequestMembers(ReadOnlySequence<byte> body)
{
    /// <summary>Names are given once inside objects as well.</summary>
    public static readonly JsonDocumentOptions ObjectOptions = new() { AllowDuplicateProperties = false };

    string? _query, _documentId, _operationName;
    JsonElement _variables, _extensions;
    Seen _seen;

    [Flags]
    enum Seen
    {
        None = 0,
        Query = 1,
        DocumentId = 2,
        OperationName = 4,
        Variables = 8,
        Extensions = 16,
    }

    /// <summary>What was read so far.</summary>
    public readonly RequestParameters Parameters => new()
    {
        Query = _query,
        DocumentId = _documentId,
        OperationName = _operationName,
        Variables = _variables,
        Extensions = _extensions,
    };

    /// <summary>
    /// Reads the member whose name <paramref name="reader"/> stands at. What is not GraphQL's is passed over. Returns
    /// why it is refused; null: it is not. Throws what the reader throws for text that is no JSON or no Unicode.
    /// </summary>
    public RequestRefusal? Read(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("query"u8))
        {
            return ReadString(ref reader, "query", Seen.Query, ref _query);
        }

        if (reader.ValueTextEquals("variables"u8))
        {
            return ReadObject(ref reader, "variables", Seen.Variables, ref _variables);
        }

        if (reader.ValueTextEquals("operationName"u8))
        {
            return ReadString(ref reader, "operationName", Seen.OperationName, ref _operationName);
        }

        if (reader.ValueTextEquals("extensions"u8))
        {
            return ReadObject(ref reader, "extensions", Seen.Extensions, ref _extensions);
        }

        if (reader.ValueTextEquals("documentId"u8))
        {
            return ReadString(ref reader, "documentId", Seen.DocumentId, ref _documentId);
        }

        // HotChocolate's clients know it by this name.
        if (reader.ValueTextEquals("id"u8))
        {
            return ReadString(ref reader, "id", Seen.DocumentId, ref _documentId);
        }

        reader.Skip();
        return null;
    }

    RequestRefusal? ReadString(ref Utf8JsonReader reader, string name, Seen member, ref string? value)
    {
        if (Once(name, member) is { } refusal)
        {
            return refusal;
        }

        reader.Read();
        value = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        return reader.TokenType is JsonTokenType.String or JsonTokenType.Null
            ? null
            : Refuse($"The member '{name}' must be a string.");
    }

    RequestRefusal? ReadObject(ref Utf8JsonReader reader, string name, Seen member, ref JsonElement value)
    {
        if (Once(name, member) is { } refusal)
        {
            return refusal;
        }

        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return reader.TokenType == JsonTokenType.Null
                ? null
                : Refuse($"The member '{name}' must be an object.");
        }

        var start = reader.TokenStartIndex;
        reader.Skip();
        var text = body.Slice(start, reader.BytesConsumed - start);
        var bytes = text.IsSingleSegment ? text.FirstSpan : text.ToArray();
        value = JsonElement.Parse(bytes, ObjectOptions);
        RefuseInvalidText(bytes, value);
        return null;
    }

    RequestRefusal? Once(string name, Seen member)
    {
        if ((_seen & member) == Seen.None)
        {
            _seen |= member;
            return null;
        }

        return Refuse(member == Seen.DocumentId
            ? "The id of the document is given more than once, as 'documentId' or as 'id'."
            : $"The member '{name}' is given more than once.");
    }

    // A JSON element unescapes its strings when they are read, which for a variable is deep inside the engine. Text
    // that cannot be unescaped is found here instead: bytes by one fast scan, escapes only where there is one of a
    // surrogate.
    static void RefuseInvalidText(ReadOnlySpan<byte> bytes, JsonElement value)
    {
        if (!Utf8.IsValid(bytes))
        {
            throw new InvalidOperationException("The text is not UTF-8.");
        }

        if (bytes.IndexOf("\\ud"u8) >= 0 || bytes.IndexOf("\\uD"u8) >= 0)
        {
            LoneSurrogates.Refuse(value);
        }
    }

    static RequestRefusal Refuse(string message) =>
        new(RefusalReason.Malformed, message, ErrorCode.RequestInvalid);
}
