using System.Buffers;
using System.Text;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Response;
using GraphApi.Server.Configuration;
using GraphApi.Server.Transport.Streams;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace GraphApi.Server.Transport.Sse;

/// <summary>
/// One stream of server-sent events. It writes an event when the client has taken the one before, and something that is
/// no event now and then, so that whatever is in between keeps the connection open. Mutable: one task writes.
/// </summary>
/// <seealso href="https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream"/>
sealed class EventStream(
    HttpContext http, StreamCaller caller, GraphQLService service, TransportOptions options, TimeProvider time)
    : IOpenStream
{
    readonly Lock _gate = new();
    ResponseStream? _responses;
    TaskCompletionSource _due = new(TaskCreationOptions.RunContinuationsAsynchronously);
    volatile bool _isStopped;
    bool _isOver;
    string? _told;
    long _written = time.GetTimestamp();
    long _writingSince;

    /// <summary>Answers with a response that is the only one.</summary>
    public static async ValueTask WriteSingleAsync(HttpContext http, ReadOnlyMemory<byte> payload)
    {
        Prepare(http);
        var output = http.Response.BodyWriter;
        WriteNext(output, cursor: null, payload.Span);
        WriteComplete(output);
        await output.FlushAsync(http.RequestAborted);
    }

    /// <summary>Streams the responses of a subscription until there are no more, or the client has left.</summary>
    public async Task RunAsync(Subscription subscription)
    {
        Prepare(http);
        // Not disposed of: it holds no handle, and whoever ends the stream may come late.
        var left = new CancellationTokenSource();
        await using var leaving = http.RequestAborted.UnsafeRegister(
            static left => _ = ((CancellationTokenSource)left!).CancelAsync(), left);
        await using var responses = new ResponseStream(subscription, caller, service, options, time, left);
        Volatile.Write(ref _responses, responses);

        // So that the client knows that the stream is open, however long it is until the first event.
        WriteComment(http.Response.BodyWriter);
        await FlushAsync();
        var next = responses.ReadAsync().AsTask();
        try
        {
            while (!_isStopped)
            {
                if (await Task.WhenAny(next, _due.Task) != next)
                {
                    await (_isStopped ? default : KeepAliveAsync(responses.Cursor));
                }
                else if (await WriteAsync(await next))
                {
                    next = responses.ReadAsync().AsTask();
                }
                else
                {
                    return;
                }
            }

            // Not complete: a client that finds the stream ended comes again, to another node, after what it had.
            WriteCursor(http.Response.BodyWriter, responses.Cursor);
            await FlushAsync();
        }
        finally
        {
            // A stream that is being read cannot be disposed of.
            await left.CancelAsync();
            await Task.WhenAny(next);
            lock (_gate)
            {
                _isOver = true;
            }
        }
    }

    /// <inheritdoc/>
    public void Beat()
    {
        if (Volatile.Read(ref _writingSince) is not 0 and var since
            && time.GetElapsedTime(since) >= options.Streams.StuckTimeout)
        {
            Abort();
        }
        else if (Volatile.Read(ref _responses) is { } responses)
        {
            if (caller.IsExpired)
            {
                responses.End(StreamCaller.Expired);
            }

            responses.Beat();
            if (time.GetElapsedTime(Volatile.Read(ref _written)) >= options.Streams.KeepAlive)
            {
                Volatile.Read(ref _due).TrySetResult();
            }
        }
    }

    /// <inheritdoc/>
    public void Stop()
    {
        _isStopped = true;
        Volatile.Read(ref _due).TrySetResult();
    }

    // The connection may serve another request, when this one is over.
    void Abort()
    {
        lock (_gate)
        {
            if (!_isOver)
            {
                http.Abort();
            }
        }
    }

    static void Prepare(HttpContext http)
    {
        // Its own bound on slow readers is how long one event may take.
        if (http.Features.Get<IHttpMinResponseDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = null;
        }

        http.Response.ContentType = SseTransport.MediaTypeName + "; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.Vary = "Accept";

        // A proxy that collects answers before it passes them on (nginx) is asked not to.
        http.Response.Headers["X-Accel-Buffering"] = "no";
    }

    // Returns whether there may be more.
    async ValueTask<bool> WriteAsync(ResponseEvent? response)
    {
        var output = http.Response.BodyWriter;
        switch (response)
        {
            case { Kind: SourceEventKind.Heartbeat } when _told is not null:
                return true;
            case { Kind: SourceEventKind.Heartbeat, Cursor: var first }:
                // The first one at once: who leaves before anything happens wants to know where he was.
                WriteCursor(output, first);
                _told = first;
                break;
            case { Kind: SourceEventKind.End, Cursor: var cursor, Error: { } error }:
                WriteNext(
                    output,
                    cursor,
                    Subscription.ToBytes(new GraphQLResponse(ResponseKind.Refused, error), cursor).Span);
                WriteComplete(output);
                break;
            case { } some:
                WriteNext(output, some.Cursor, some.Payload.Span);
                _told = some.Cursor ?? _told;
                break;
            default:
                WriteComplete(output);
                break;
        }

        await FlushAsync();
        return response is not (null or { Kind: SourceEventKind.End });
    }

    async ValueTask KeepAliveAsync(string? cursor)
    {
        Volatile.Write(ref _due, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        if (cursor is null || cursor == _told)
        {
            WriteComment(http.Response.BodyWriter);
        }
        else
        {
            WriteCursor(http.Response.BodyWriter, cursor);
            _told = cursor;
        }

        await FlushAsync();
    }

    async ValueTask FlushAsync()
    {
        Volatile.Write(ref _writingSince, time.GetTimestamp());
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
        Volatile.Write(ref _writingSince, 0);
        Volatile.Write(ref _written, time.GetTimestamp());
    }

    // JSON as it is written here has no line breaks.
    static void WriteNext(IBufferWriter<byte> output, string? cursor, ReadOnlySpan<byte> payload)
    {
        output.Write("event: next\n"u8);
        WriteId(output, cursor);
        output.Write("data: "u8);
        output.Write(payload);
        output.Write("\n\n"u8);
    }

    // Without the empty data a browser does not tell its page.
    static void WriteComplete(IBufferWriter<byte> output) => output.Write("event: complete\ndata:\n\n"u8);

    static void WriteComment(IBufferWriter<byte> output) => output.Write(":\n\n"u8);

    // An event without data is not given to the page, but its id counts.
    static void WriteCursor(IBufferWriter<byte> output, string? cursor)
    {
        WriteId(output, cursor);
        output.Write("\n"u8);
    }

    // A cursor of ours has no line breaks; the one that a client begins with may have them, until it is refused.
    static void WriteId(IBufferWriter<byte> output, string? cursor)
    {
        if (cursor is not null && !cursor.AsSpan().ContainsAny("\r\n\0"))
        {
            output.Write("id: "u8);
            Encoding.UTF8.GetBytes(cursor, output);
            output.Write("\n"u8);
        }
    }
}
