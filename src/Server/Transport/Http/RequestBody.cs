using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using GraphApi.Engine.Errors;

namespace GraphApi.Server.Transport.Http;

/// <summary>Reads the JSON of a request body. Every text it lets through is valid Unicode.</summary>
static class RequestBody
{
    const string NotJson = "The request body is not a JSON object.";

    // Names of members are given once: two readers of one request must not see two different requests.
    static readonly JsonDocumentOptions ObjectOptions = new() { AllowDuplicateProperties = false };

    /// <summary>The parameters of a whole body. Members that are not GraphQL's are ignored.</summary>
    public static RequestReading Read(ReadOnlySequence<byte> body)
    {
        if (body.IsEmpty)
        {
            return Refuse(NotJson, ErrorCode.RequestNotJson);
        }

        var reader = new Utf8JsonReader(body);
        try
        {
            return ReadMembers(ref reader, body);
        }
        catch (JsonException)
        {
            return Refuse("The JSON of the request body cannot be read.", ErrorCode.RequestNotJson);
        }
        catch (InvalidOperationException)
        {
            // What the reader throws for text that is not Unicode: bytes that are not UTF-8, half a surrogate pair.
            return Refuse("The request body holds text that is not valid Unicode.", ErrorCode.RequestNotJson);
        }
    }

    /// <summary>Reads one JSON object from text. False where it is none.</summary>
    public static bool ReadObject(string text, out JsonElement value)
    {
        value = default;
        try
        {
            var parsed = JsonElement.Parse(text, ObjectOptions);
            if (parsed.ValueKind == JsonValueKind.Null)
            {
                return true;
            }

            RefuseLoneSurrogates(parsed);
            value = parsed;
            return parsed.ValueKind == JsonValueKind.Object;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    static RequestReading ReadMembers(ref Utf8JsonReader reader, ReadOnlySequence<byte> body)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return reader.TokenType == JsonTokenType.StartArray
                ? Refuse("A batch of requests cannot be sent: send one JSON object.", ErrorCode.RequestInvalid)
                : Refuse(NotJson, ErrorCode.RequestNotJson);
        }

        string? query = null, operationName = null;
        JsonElement variables = default;
        var seen = (Query: false, OperationName: false, Variables: false, Extensions: false);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            RequestRefusal? refusal = null;
            if (reader.ValueTextEquals("query"u8))
            {
                refusal = Once("query", ref seen.Query) ?? ReadString(ref reader, "query", out query);
            }
            else if (reader.ValueTextEquals("operationName"u8))
            {
                refusal = Once("operationName", ref seen.OperationName)
                    ?? ReadString(ref reader, "operationName", out operationName);
            }
            else if (reader.ValueTextEquals("variables"u8))
            {
                refusal = Once("variables", ref seen.Variables)
                    ?? ReadObject(ref reader, body, "variables", out variables);
            }
            else if (reader.ValueTextEquals("extensions"u8))
            {
                refusal = Once("extensions", ref seen.Extensions)
                    ?? ReadObject(ref reader, body, "extensions", out _);
            }
            else
            {
                reader.Skip();
            }

            if (refusal is not null)
            {
                return refusal;
            }
        }

        // Reads on, so that anything after the object is found.
        return reader.Read()
            ? Refuse(NotJson, ErrorCode.RequestNotJson)
            : new RequestParameters(query, operationName, variables);
    }

    static RequestRefusal? Once(string name, ref bool seen)
    {
        var refusal = seen ? Refuse($"The member '{name}' is given more than once.", ErrorCode.RequestInvalid) : null;
        seen = true;
        return refusal;
    }

    static RequestRefusal? ReadString(ref Utf8JsonReader reader, string name, out string? value)
    {
        reader.Read();
        value = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        return reader.TokenType is JsonTokenType.String or JsonTokenType.Null
            ? null
            : Refuse($"The member '{name}' must be a string.", ErrorCode.RequestInvalid);
    }

    static RequestRefusal? ReadObject(
        ref Utf8JsonReader reader, ReadOnlySequence<byte> body, string name, out JsonElement value)
    {
        value = default;
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return Refuse($"The member '{name}' must be an object.", ErrorCode.RequestInvalid);
        }

        var start = reader.TokenStartIndex;
        reader.Skip();
        var text = body.Slice(start, reader.BytesConsumed - start);
        value = JsonElement.Parse(text.IsSingleSegment ? text.FirstSpan : text.ToArray(), ObjectOptions);
        RefuseInvalidText(text, value);
        return null;
    }

    // A JSON element unescapes its strings when they are read, which for a variable is deep inside the engine. Text
    // that cannot be unescaped is found here instead: bytes by one fast scan, escapes only where there is one of a
    // surrogate.
    static void RefuseInvalidText(ReadOnlySequence<byte> text, JsonElement value)
    {
        var bytes = text.IsSingleSegment ? text.FirstSpan : text.ToArray();
        if (!Utf8.IsValid(bytes))
        {
            throw new InvalidOperationException("The text is not UTF-8.");
        }

        if (bytes.IndexOf("\\ud"u8) >= 0 || bytes.IndexOf("\\uD"u8) >= 0)
        {
            RefuseLoneSurrogates(value);
        }
    }

    static void RefuseLoneSurrogates(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in value.EnumerateObject())
            {
                _ = member.Name;
                RefuseLoneSurrogates(member.Value);
            }
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                RefuseLoneSurrogates(item);
            }
        }
        else if (value.ValueKind == JsonValueKind.String)
        {
            _ = value.GetString();
        }
    }

    static RequestRefusal Refuse(string message, string code) => new(StatusCodes.Status400BadRequest, message, code);
}
