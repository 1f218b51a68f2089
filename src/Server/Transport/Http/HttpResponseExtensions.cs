using GraphApi.Engine.Response;

namespace GraphApi.Server.Transport.Http;

/// <summary>Writes GraphQL responses.</summary>
static class HttpResponseExtensions
{
    /// <summary>Writes the response of an operation, straight into the pipe.</summary>
    public static ValueTask WriteAsync(
        this HttpResponse http,
        GraphQLResponse response,
        MediaType mediaType,
        CancellationToken cancellationToken) =>
        http.WriteAsync(response, HttpStatus.Of(response, mediaType), mediaType, cancellationToken);

    /// <summary>Writes why a request is refused.</summary>
    public static ValueTask WriteAsync(
        this HttpResponse http, RequestRefusal refusal, MediaType mediaType, CancellationToken cancellationToken) =>
        http.WriteAsync(
            new GraphQLResponse(ResponseKind.Refused, [refusal.Error]), refusal.Status, mediaType, cancellationToken);

    static async ValueTask WriteAsync(
        this HttpResponse http,
        GraphQLResponse response,
        int status,
        MediaType mediaType,
        CancellationToken cancellationToken)
    {
        http.StatusCode = status;
        http.ContentType = mediaType.ContentType;
        http.Headers.CacheControl = "no-store";
        http.Headers.XContentTypeOptions = "nosniff";
        if (response.Kind == ResponseKind.OperationNotAllowed)
        {
            http.Headers.Allow = "POST";
        }

        response.WriteTo(http.BodyWriter);
        await http.BodyWriter.FlushAsync(cancellationToken);
    }
}
