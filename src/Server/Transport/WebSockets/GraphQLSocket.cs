using System.Net.WebSockets;
using System.Text.Json;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Response;
using GraphApi.Server.Configuration;
using GraphApi.Server.Security;
using GraphApi.Server.Transport.Budgets;
using GraphApi.Server.Transport.Http;
using GraphApi.Server.Transport.Streams;

namespace GraphApi.Server.Transport.WebSockets;

/// <summary>
/// One WebSocket: receives the messages of its client, runs the operations they start, and keeps to the protocol.
/// Mutable; one task receives, each operation has one of its own, and the beat comes from a timer.
/// </summary>
/// <seealso href="https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md"/>
sealed class GraphQLSocket : IOpenStream, IDisposable
{
    static readonly BatchingOptions NoBatches = new();

    readonly HttpContext _http;
    readonly WebSocket _socket;
    readonly GraphQLService _service;
    readonly TransportOptions _options;
    readonly OpenStreams _streams;
    readonly ILogger _logger;
    readonly SocketReceiver _receiver;
    readonly SocketSender _sender;
    readonly Dictionary<string, SocketOperation> _operations = new(StringComparer.Ordinal);
    readonly Caller _upgrader;
    readonly long _opened;
    volatile StreamCaller? _caller;
    bool _isInitialised;
    volatile bool _isEnding;
    long _heard;
    long _pinged;

    public GraphQLSocket(
        HttpContext http,
        WebSocket socket,
        Caller upgrader,
        GraphQLService service,
        TransportOptions options,
        OpenStreams streams,
        ILogger logger)
    {
        _http = http;
        _socket = socket;
        _upgrader = upgrader;
        _service = service;
        _options = options;
        _streams = streams;
        _logger = logger;
        _receiver = new SocketReceiver(socket, options.MaxRequestBytes, streams.Time);
        _sender = new SocketSender(socket, options.Streams, streams.Time);
        _opened = streams.Time.GetTimestamp();
        _heard = _opened;
        _pinged = _opened;
    }

    TimeProvider Time => _streams.Time;

    /// <summary>
    /// Serves the connection until it is gone, and returns when nothing of it runs any more.
    /// </summary>
    /// <param name="refusal">Why it is closed at once; null: it is not.</param>
    public async Task RunAsync(CloseReason? refusal)
    {
        _streams.Add(this);
        try
        {
            if (refusal is not null)
            {
                _sender.Close(refusal);
            }

            await ReceiveAsync();
        }
        catch (Exception exception) when (exception is WebSocketException or IOException or OperationCanceledException)
        {
            Log.ClientLeft(_logger);
        }
#pragma warning disable CA1031 // the protocol has a code for what is our fault
        catch (Exception fault)
#pragma warning restore CA1031
        {
            _service.Mask(fault);
            _sender.Close(CloseReason.InternalError);
        }
        finally
        {
            var running = CancelAll();
            await _sender.EndAsync();
            await Task.WhenAll(running);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _receiver.Dispose();

    /// <inheritdoc/>
    public void Beat()
    {
        var caller = _caller;
        if (_sender.IsStuck || _receiver.Receiving >= _options.Streams.StuckTimeout)
        {
            _socket.Abort();
        }
        else if (_sender.IsClosing || _isEnding)
        {
            // It waits for the client, which a timeout bounds.
        }
        else if (caller is null)
        {
            if (Time.GetElapsedTime(_opened) >= _options.Streams.InitTimeout)
            {
                _sender.Close(CloseReason.InitTimeout);
            }
        }
        else if (caller.IsExpired)
        {
            _isEnding = true;
            _ = ExpireAsync();
        }
        else
        {
            Ping();
            foreach (var operation in Snapshot())
            {
                operation.Stream?.Beat();
            }
        }
    }

    /// <inheritdoc/>
    public void Stop()
    {
        if (_caller is not null && Cursors() is { IsEmpty: false } cursors)
        {
            _sender.TrySend(new Outgoing(Outgoing.Ping, null, cursors));
        }

        _sender.Close(CloseReason.GoingAway, isDrained: true);
    }

    async Task ReceiveAsync()
    {
        while (!_sender.IsClosing)
        {
            var (text, refusal) = await _receiver.ReceiveAsync();
            if (refusal is not null)
            {
                _sender.Close(refusal);
            }
            else if (text is null)
            {
                // The client closes: its frame is answered, after what is being sent.
                _sender.Close(CloseReason.Answer(_socket.CloseStatus));
                return;
            }
            else if (!_sender.IsClosing)
            {
                Volatile.Write(ref _heard, Time.GetTimestamp());
                await TakeAsync(text.Value);
            }
        }

        CancelAll();
        if (_socket.State is WebSocketState.Open or WebSocketState.CloseSent)
        {
            await _receiver.DrainAsync();
        }
    }

    async ValueTask TakeAsync(ReadOnlyMemory<byte> text)
    {
        var (message, problem) = SocketMessage.Read(text);
        if (problem is not null)
        {
            _sender.Close(CloseReason.BadMessage(problem));
            return;
        }

        switch (message.Kind)
        {
            case SocketMessageKind.ConnectionInit:
                await InitialiseAsync(message);
                break;
            case SocketMessageKind.Ping:
                await AnswerPingAsync(message);
                break;
            case SocketMessageKind.Subscribe when _caller is null:
                _sender.Close(CloseReason.Unauthorized);
                break;
            case SocketMessageKind.Subscribe:
                await SubscribeAsync(message);
                break;
            case SocketMessageKind.Complete:
                Remove(message.Id!)?.Cancel();
                break;
        }
    }

    async ValueTask InitialiseAsync(SocketMessage message)
    {
        if (_isInitialised)
        {
            _sender.Close(CloseReason.TooManyInits);
            return;
        }

        _isInitialised = true;
        var caller = _upgrader;
        try
        {
            if (message.Credentials is var (authorization, proof))
            {
                caller = await Caller.OfAsync(_http, authorization, proof);
            }
        }
        catch (KeysUnavailableException unavailable)
        {
            // Not forbidden: the client would take its token for wrong.
            _service.Mask(unavailable);
            _sender.Close(CloseReason.InternalError);
            return;
        }

        if (caller.Refused is not null)
        {
            _sender.Close(CloseReason.Forbidden);
            return;
        }

        var origin = RequestOrigin.Of(_http, caller.Principal) with
        {
            Channel = RequestChannel.WebSocket,
            AllowSubscriptions = true,
        };
        if (_streams.Add(this, Spender.Of(origin.Principal, origin.Address)) is not null)
        {
            _sender.Close(CloseReason.TooManyConnections);
            return;
        }

        _caller = new StreamCaller(_service, origin, caller.Expires, Time);
        await _sender.SendAsync(new Outgoing(Outgoing.ConnectionAck, null, default));
    }

    // A client that has got a new token brings it in a ping, and keeps its subscriptions.
    async ValueTask AnswerPingAsync(SocketMessage message)
    {
        ReadOnlyMemory<byte> payload = default;
        if (_caller is { } known && message.Credentials is var (authorization, proof))
        {
            var isRenewed = false;
            try
            {
                var caller = await Caller.OfAsync(_http, authorization, proof);
                isRenewed = caller.Refused is null && known.TryRenew(caller);
            }
            catch (KeysUnavailableException unavailable)
            {
                _service.Mask(unavailable);
            }

            payload = SocketPayload.Renewal(isRenewed, known.Expires);
        }

        await _sender.SendAsync(new Outgoing(Outgoing.Pong, null, payload));
    }

    async ValueTask SubscribeAsync(SocketMessage message)
    {
        var reading = RequestBody.Read(message.Payload, NoBatches);
        if (reading.Refusal is not null)
        {
            _sender.Close(CloseReason.BadMessage("Invalid message: the payload is no GraphQL request"));
            return;
        }

        var operation = new SocketOperation(message.Id!);
        bool isTooMany;
        lock (_operations)
        {
            if (_operations.ContainsKey(operation.Id))
            {
                _sender.Close(CloseReason.IdExists(operation.Id));
                return;
            }

            isTooMany = _operations.Count >= _options.Streams.MaxOperations;
            if (!isTooMany && !_isEnding)
            {
                // Not here: what runs at once must not keep the next message waiting.
                _operations.Add(operation.Id, operation);
                operation.Running = Task.Run(() => RunAsync(operation, reading.Parameters));
            }
        }

        if (isTooMany)
        {
            var error = new GraphQLError(
                $"At most {_options.Streams.MaxOperations} operations may be open on a connection. Complete one.",
                ErrorCode.TooManyStreams);
            await _sender.SendAsync(new Outgoing(Outgoing.Error, operation, StreamPayload.ErrorsOf(error)));
        }
    }

    async Task RunAsync(SocketOperation operation, RequestParameters parameters)
    {
        try
        {
            var response = await _service.ExecuteAsync(_caller!.Origin, parameters, operation.Cancelled);
            if (response.Subscription is { } subscription)
            {
                // A subscription stays open: what it came as must not.
                parameters = default;
                response = null;
                await StreamAsync(operation, subscription);
                return;
            }

            await AnswerAsync(operation, response);
        }
        catch (OperationCanceledException) when (operation.Cancelled.IsCancellationRequested)
        {
            // The client does not want it any more.
        }
#pragma warning disable CA1031 // an operation that fails must not end the others of its connection
        catch (Exception fault)
#pragma warning restore CA1031
        {
            await FinishAsync(operation, Outgoing.Error, StreamPayload.ErrorsOf(_service.Mask(fault)));
        }
        finally
        {
            Remove(operation);
        }
    }

    async ValueTask AnswerAsync(SocketOperation operation, GraphQLResponse response)
    {
        if (response.Kind is not (ResponseKind.Executed or ResponseKind.Priced))
        {
            await FinishAsync(operation, Outgoing.Error, StreamPayload.ErrorsOf(response));
            return;
        }

        await _sender.SendAsync(new Outgoing(
            Outgoing.Next, operation, StreamPayload.Of(response, _options.MaxResponseBytes)));
        await FinishAsync(operation, Outgoing.Complete, default);
    }

    async ValueTask StreamAsync(SocketOperation operation, Subscription subscription)
    {
        await using var stream = new ResponseStream(
            subscription, _caller!, _service, _options, Time, operation.Cancelled);
        operation.Stream = stream;
        while (await stream.ReadAsync() is { } response)
        {
            switch (response.Kind)
            {
                case SourceEventKind.Event or SourceEventKind.Discontinuity:
                    await _sender.SendAsync(new Outgoing(Outgoing.Next, operation, response.Payload));
                    break;
                case SourceEventKind.End:
                    await FinishAsync(operation, Outgoing.Error, StreamPayload.ErrorsOf(response.Error!));
                    return;
            }
        }

        await FinishAsync(operation, Outgoing.Complete, default);
    }

    // The id is free before the client learns that it is.
    ValueTask FinishAsync(
        SocketOperation operation, JsonEncodedText type, ReadOnlyMemory<byte> payload)
    {
        Remove(operation);
        return operation.IsCompleted ? default : _sender.SendAsync(new Outgoing(type, operation, payload));
    }

    async Task ExpireAsync()
    {
        var operations = Snapshot();
        foreach (var operation in operations)
        {
            operation.Stream?.End(StreamCaller.Expired);
        }

        await Task.WhenAll(operations.Select(operation => operation.Running));
        _sender.Close(CloseReason.TokenExpired, isDrained: true);
    }

    // Asks whether the client is still there, and tells it where it can go on. Whatever it sends says that it is.
    void Ping()
    {
        if (Time.GetElapsedTime(_pinged) < _options.Streams.KeepAlive)
        {
            return;
        }

        if (_pinged != _opened && Volatile.Read(ref _heard) < _pinged)
        {
            _socket.Abort();
            return;
        }

        if (_sender.TrySend(new Outgoing(Outgoing.Ping, null, Cursors())))
        {
            _pinged = Time.GetTimestamp();
        }
    }

    ReadOnlyMemory<byte> Cursors()
    {
        List<(string Id, string Cursor)>? told = null;
        foreach (var operation in Snapshot())
        {
            if (operation.Stream?.Cursor is { } cursor && cursor != operation.ToldCursor)
            {
                operation.ToldCursor = cursor;
                (told ??= []).Add((operation.Id, cursor));
            }
        }

        return told is null ? default : SocketPayload.Cursors(told);
    }

    SocketOperation[] Snapshot()
    {
        lock (_operations)
        {
            return _operations.Count == 0 ? [] : [.. _operations.Values];
        }
    }

    SocketOperation? Remove(string id)
    {
        lock (_operations)
        {
            return _operations.Remove(id, out var operation) ? operation : null;
        }
    }

    void Remove(SocketOperation operation)
    {
        lock (_operations)
        {
            if (_operations.GetValueOrDefault(operation.Id) == operation)
            {
                _operations.Remove(operation.Id);
            }
        }
    }

    List<Task> CancelAll()
    {
        _isEnding = true;
        var running = new List<Task>();
        foreach (var operation in Snapshot())
        {
            operation.Cancel();
            running.Add(operation.Running);
        }

        return running;
    }
}
