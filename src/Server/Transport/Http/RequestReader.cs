using System.Text.Json;
using GraphApi.Engine.Errors;
using GraphApi.Server.Configuration;
using Microsoft.Net.Http.Headers;

namespace GraphApi.Server.Transport.Http;

/// <summary>Reads the parameters of a request from its body or its query string.</summary>
sealed class RequestReader(TransportOptions options)
{
    /// <summary>Reads a JSON body, straight from the pipe.</summary>
    public async ValueTask<RequestReading> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (RefuseContentType(request.ContentType) is { } wrongType)
        {
            return wrongType;
        }

        if (request.Headers.ContentEncoding is { Count: > 0 } and not ["identity"])
        {
            return new RequestRefusal(
                RefusalReason.UnsupportedMediaType,
                "The request body must not be compressed.",
                ErrorCode.RequestInvalid);
        }

        if (request.ContentLength > options.MaxRequestBytes)
        {
            return TooLarge();
        }

        try
        {
            return await ReadPipeAsync(request, cancellationToken);
        }
        catch (BadHttpRequestException exception)
        {
            return exception.StatusCode switch
            {
                StatusCodes.Status413PayloadTooLarge => TooLarge(),
                StatusCodes.Status408RequestTimeout => new RequestRefusal(
                    RefusalReason.TooSlow, "The request body came too slowly.", ErrorCode.RequestInvalid),
                _ => new RequestRefusal(
                    RefusalReason.Unreadable, "The request body cannot be read.", ErrorCode.RequestInvalid),
            };
        }
    }

    /// <summary>Reads the parameters of a query string; an empty one is none.</summary>
    public static RequestReading ReadQuery(IQueryCollection query)
    {
        if (RefuseRepetition(query) is { } repetition)
        {
            return repetition;
        }

        if (ReadObject(query, "extensions", out var extensions) is { } wrongExtensions)
        {
            return wrongExtensions;
        }

        if (ReadObject(query, "variables", out var variables) is { } wrongVariables)
        {
            return wrongVariables;
        }

        return new RequestParameters
        {
            Query = NullIfEmpty(query["query"]),
            DocumentId = NullIfEmpty(query["documentId"]) ?? NullIfEmpty(query["id"]),
            OperationName = NullIfEmpty(query["operationName"]),
            Variables = variables,
            Extensions = extensions,
        };
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

        var message = isJson ? "The request body must be encoded in UTF-8."
            : parsed?.Type.Equals("multipart", StringComparison.OrdinalIgnoreCase) == true
            ? "Files cannot be uploaded here, nor forms: send the request as JSON, with the header "
                + "'Content-Type: application/json'."
            : "The request body must be JSON: send it with the header 'Content-Type: application/json'.";
        return new RequestRefusal(RefusalReason.UnsupportedMediaType, message, ErrorCode.RequestInvalid);
    }

    async ValueTask<RequestReading> ReadPipeAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var pipe = request.BodyReader;
        while (true)
        {
            var read = await pipe.ReadAsync(cancellationToken);
            var buffer = read.Buffer;
            if (buffer.Length > options.MaxRequestBytes)
            {
                pipe.AdvanceTo(buffer.End);
                return TooLarge();
            }

            if (read.IsCompleted)
            {
                var reading = RequestBody.Read(buffer, options.Batching);
                pipe.AdvanceTo(buffer.End);
                return reading;
            }

            pipe.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    RequestRefusal TooLarge() => new(
        RefusalReason.TooLarge,
        $"The request body is larger than {options.MaxRequestBytes} bytes.",
        ErrorCode.RequestTooLarge);

    static RequestRefusal? RefuseRepetition(IQueryCollection query)
    {
        string? message = null;
        foreach (var name in (ReadOnlySpan<string>)["query", "operationName", "variables", "extensions"])
        {
            if (query[name].Count > 1)
            {
                message = $"The parameter '{name}' is given more than once.";
            }
        }

        if (query["documentId"].Count + query["id"].Count > 1)
        {
            message = "The id of the document is given more than once, as 'documentId' or as 'id'.";
        }

        return message is null ? null : new RequestRefusal(
            RefusalReason.Malformed, message, ErrorCode.RequestInvalid);
    }

    static RequestRefusal? ReadObject(IQueryCollection query, string name, out JsonElement value)
    {
        value = default;
        if (NullIfEmpty(query[name]) is not { } text)
        {
            return null;
        }

        var reading = RequestBody.ReadObject(text, out value);
        return reading ? null : new RequestRefusal(
            RefusalReason.Malformed,
            $"The parameter '{name}' must be a JSON object.",
            ErrorCode.RequestInvalid);
    }

    static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
