using System.Text.Json;
using GraphApi.Engine.Errors;
using Microsoft.Net.Http.Headers;

namespace GraphApi.Server.Transport.Http;

/// <summary>Reads the parameters of a request from its body or its query string.</summary>
/// <param name="maxBytes">Bytes a body may have.</param>
sealed class RequestReader(int maxBytes)
{
    /// <summary>Reads a JSON body, straight from the pipe.</summary>
    public async ValueTask<RequestReading> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (RefuseContentType(request.ContentType) is { } wrongType)
        {
            return wrongType;
        }

        if (request.ContentLength > maxBytes)
        {
            return TooLarge();
        }

        try
        {
            return await ReadPipeAsync(request, cancellationToken);
        }
        catch (BadHttpRequestException exception)
        {
            return exception.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? TooLarge()
                : new RequestRefusal(
                    exception.StatusCode, "The request body cannot be read.", ErrorCode.RequestInvalid);
        }
    }

    /// <summary>Reads the parameters of a query string.</summary>
    public static RequestReading ReadQuery(IQueryCollection query)
    {
        foreach (var name in (ReadOnlySpan<string>)["query", "operationName", "variables", "extensions"])
        {
            if (query[name].Count > 1)
            {
                return new RequestRefusal(
                    StatusCodes.Status400BadRequest,
                    $"The parameter '{name}' is given more than once.",
                    ErrorCode.RequestInvalid);
            }
        }

        if (ReadObject(query, "extensions", out _) is { } wrongExtensions)
        {
            return wrongExtensions;
        }

        return ReadObject(query, "variables", out var variables) is { } wrongVariables
            ? wrongVariables
            : new RequestParameters(NullIfEmpty(query["query"]), NullIfEmpty(query["operationName"]), variables);
    }

    /// <summary>Why a body of this content type is not read; null: it is. Only JSON in UTF-8 is.</summary>
    public static RequestRefusal? RefuseContentType(string? contentType)
    {
        if (contentType is "application/json")
        {
            return null;
        }

        var isJson = MediaTypeHeaderValue.TryParse(contentType, out var parsed)
            && parsed.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase);
        if (isJson && (!parsed!.Charset.HasValue
            || HeaderUtilities.RemoveQuotes(parsed.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        var message = isJson
            ? "The request body must be encoded in UTF-8."
            : "The request body must be JSON: send it with the header 'Content-Type: application/json'.";
        return new RequestRefusal(StatusCodes.Status415UnsupportedMediaType, message, ErrorCode.RequestInvalid);
    }

    async ValueTask<RequestReading> ReadPipeAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var pipe = request.BodyReader;
        while (true)
        {
            var read = await pipe.ReadAsync(cancellationToken);
            var buffer = read.Buffer;
            if (buffer.Length > maxBytes)
            {
                pipe.AdvanceTo(buffer.End);
                return TooLarge();
            }

            if (read.IsCompleted)
            {
                var reading = RequestBody.Read(buffer);
                pipe.AdvanceTo(buffer.End);
                return reading;
            }

            pipe.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    RequestRefusal TooLarge() => new(
        StatusCodes.Status413PayloadTooLarge,
        $"The request body is larger than {maxBytes} bytes.",
        ErrorCode.RequestTooLarge);

    static RequestRefusal? ReadObject(IQueryCollection query, string name, out JsonElement value)
    {
        value = default;
        if (NullIfEmpty(query[name]) is not { } text)
        {
            return null;
        }

        var reading = RequestBody.ReadObject(text, out value);
        return reading ? null : new RequestRefusal(
            StatusCodes.Status400BadRequest,
            $"The parameter '{name}' must be a JSON object.",
            ErrorCode.RequestInvalid);
    }

    static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
