using System.Buffers;
using System.Text.Json;
using GraphApi.Engine.Errors;
using GraphApi.Server.Configuration;

namespace GraphApi.Server.Transport.Http;

/// <summary>Reads the JSON of a request body. Every text it lets through is valid Unicode.</summary>
static class RequestBody
{
    /// <summary>
    /// The parameters of a whole body, or of each request of a batch. Members that are not GraphQL's are ignored.
    /// </summary>
    public static RequestReading Read(ReadOnlySequence<byte> body, BatchingOptions batching)
    {
        if (body.IsEmpty)
        {
            return new RequestRefusal(
                RefusalReason.Unreadable, "The request body is not a JSON object.", ErrorCode.RequestNotJson);
        }

        var reader = new Utf8JsonReader(body);
        try
        {
            return ReadWhole(ref reader, body, batching);
        }
        catch (JsonException)
        {
            return new RequestRefusal(
                RefusalReason.Unreadable,
                "The JSON of the request body cannot be read.",
                ErrorCode.RequestNotJson);
        }
        catch (InvalidOperationException)
        {
            // What the reader throws for text that is not Unicode: bytes that are not UTF-8, half a surrogate pair.
            return new RequestRefusal(
                RefusalReason.Unreadable,
                "The request body holds text that is not valid Unicode.",
                ErrorCode.RequestNotJson);
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

    static RequestReading ReadWhole(
        ref Utf8JsonReader reader, ReadOnlySequence<byte> body, BatchingOptions batching)
    {
        reader.Read();
        var reading = reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadRequest(ref reader, body),
            JsonTokenType.StartArray when batching.Enabled => ReadBatch(ref reader, body, batching.MaxOperations),
            JsonTokenType.StartArray => new RequestRefusal(
                RefusalReason.Malformed,
                "A batch of requests cannot be sent: send one JSON object.",
                ErrorCode.RequestInvalid),
            _ => new RequestRefusal(
                RefusalReason.Malformed, "The request body is not a JSON object.", ErrorCode.RequestNotJson),
        };
        if (reading.Refusal is null)
        {
            // Reads on, so that anything after the end is found, which throws.
            reader.Read();
        }

        return reading;
    }

    // Whole, whatever becomes of it, so that the next request of a batch can be read.
    static RequestReading ReadRequest(ref Utf8JsonReader reader, ReadOnlySequence<byte> body)
    {
        var members = new RequestMembers(body);
        RequestRefusal? refusal = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (refusal is null)
            {
                refusal = members.Read(ref reader);
            }

            // A value that was read is passed over already.
            reader.Skip();
        }

        return refusal is null ? members.Parameters : refusal;
    }

    static RequestReading ReadBatch(ref Utf8JsonReader reader, ReadOnlySequence<byte> body, int maxOperations)
    {
        var batch = new List<RequestReading>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                return new RequestRefusal(
                    RefusalReason.Malformed,
                    "A request of the batch is not a JSON object.",
                    ErrorCode.RequestInvalid);
            }

            if (batch.Count == maxOperations)
            {
                return new RequestRefusal(
                    RefusalReason.TooLarge,
                    $"The batch has more than {maxOperations} operations.",
                    ErrorCode.RequestTooLarge);
            }

            batch.Add(ReadRequest(ref reader, body));
        }

        return batch.Count > 0 ? new RequestReading(default, null, batch) : new RequestRefusal(
            RefusalReason.Malformed, "The batch has no operation.", ErrorCode.RequestInvalid);
    }
}
