using GraphApi.Engine.Execution;
using GraphApi.Engine.Response;
using GraphApi.Server.Configuration;
using GraphApi.Server.Security;
using GraphApi.Server.Transport.Budgets;
using GraphApi.Server.Transport.Http;
using GraphApi.Server.Transport.Streams;
using Microsoft.Net.Http.Headers;

namespace GraphApi.Server.Transport.Sse;

/// <summary>
/// POST or GET of a client that accepts <c>text/event-stream</c>: the distinct connections mode of GraphQL over
/// server-sent events. Who accepts JSON as well gets what is no stream in JSON.
/// </summary>
/// <seealso href="https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md"/>
sealed class SseTransport(GraphQLService service, TransportOptions options, OpenStreams streams) : ITransport
{
    /// <summary>The media type.</summary>
    public const string MediaTypeName = "text/event-stream";

    /// <summary>The header in which a client that comes again says which event it had last.</summary>
    public const string LastEventIdHeader = "Last-Event-ID";

    readonly RequestReader _reader = new(options with { Batching = new BatchingOptions() });
    readonly HttpResponseWriter _writer = new(options);

    /// <inheritdoc/>
    public bool Accepts(HttpRequest request) =>
        (HttpMethods.IsPost(request.Method) || HttpMethods.IsGet(request.Method))
        && request.Headers.Accept.Count > 0
        && MediaTypeHeaderValue.TryParseStrictList([.. request.Headers.Accept.OfType<string>()], out var ranges)
        && ranges.Any(range => range.Quality is not 0
            && range.MediaType.Equals(MediaTypeName, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public async ValueTask ServeAsync(HttpContext http, Caller caller)
    {
        // Null: it accepts events alone.
        var json = MediaType.Choose(http.Request.Headers.Accept, out _);
        var isGet = HttpMethods.IsGet(http.Request.Method);
        var reading = isGet
            ? GetTransport.Read(http.Request, options)
            : await _reader.ReadBodyAsync(http.Request, http.RequestAborted);
        if (reading.Refusal is { } refusal)
        {
            await _writer.WriteAsync(http, refusal, json);
            return;
        }

        var origin = RequestOrigin.Of(http, caller.Principal) with
        {
            Channel = RequestChannel.ServerSentEvents,
            QueriesOnly = isGet,
            AllowSubscriptions = true,
            LastEventId = http.Request.Headers[LastEventIdHeader] is [{ Length: > 0 } last] ? last : null,
        };
        var response = await service.ExecuteAsync(origin, reading.Parameters, http.RequestAborted);
        if (response.Subscription is { } subscription)
        {
            var stream = new StreamCaller(service, origin, caller.Expires, streams.Time);
            await StreamAsync(
                http, new EventStream(http, stream, service, options, streams.Time), subscription, origin);
        }
        else if (json is not null || response.Kind is not (
            ResponseKind.Executed or ResponseKind.Priced or ResponseKind.Refused))
        {
            await _writer.WriteAsync(http, response, json ?? MediaType.GraphQLResponseJson);
        }
        else
        {
            await EventStream.WriteSingleAsync(http, StreamPayload.Of(response, options.MaxResponseBytes));
        }
    }

    async ValueTask StreamAsync(
        HttpContext http, EventStream stream, Subscription subscription, RequestOrigin origin)
    {
        var (place, refusal) = streams.Enter(Spender.Of(origin.Principal, origin.Address), isPending: false);
        if (place is null)
        {
            await _writer.WriteAsync(http, refusal!, MediaType.GraphQLResponseJson);
            return;
        }

        using (place)
        {
            place.Begin(stream);
            await stream.RunAsync(subscription);
        }
    }
}
