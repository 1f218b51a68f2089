using System.Buffers;
using System.Text.Json;
using GraphApi.Engine.Errors;

namespace GraphApi.Server.Transport.Http;

/// <summary>Reads the JSON of a request body. Every text it lets through is valid Unicode.</summary>
static class RequestBody
{
    const string NotJson = "The request body is not a JSON object.";

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
            return ReadRequest(ref reader, body);
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
            var parsed = JsonElement.Parse(text, RequestMembers.ObjectOptions);
            if (parsed.ValueKind == JsonValueKind.Null)
            {
                return true;
            }

            LoneSurrogates.Refuse(parsed);
            value = parsed;
            return parsed.ValueKind == JsonValueKind.Object;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    static RequestReading ReadRequest(ref Utf8JsonReader reader, ReadOnlySequence<byte> body)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return reader.TokenType == JsonTokenType.StartArray
                ? Refuse("A batch of requests cannot be sent: send one JSON object.", ErrorCode.RequestInvalid)
                : Refuse(NotJson, ErrorCode.RequestNotJson);
        }

        var members = new RequestMembers(body);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (members.Read(ref reader) is { } refusal)
            {
                return refusal;
            }
        }

        // Reads on, so that anything after the object is found.
        return reader.Read() ? Refuse(NotJson, ErrorCode.RequestNotJson) : members.Parameters;
    }

    static RequestRefusal Refuse(string message, string code) => new(StatusCodes.Status400BadRequest, message, code);
}
