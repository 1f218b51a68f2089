using System.Net.WebSockets;
using GraphApi.Engine.Errors;
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
    readonly Authenticator _authenticator;
    readonly TransportOptions _options;
    readonly StreamPlace _place;
    readonly ILogger _logger;
    readonly SocketReceiver _receiver;
    readonly SocketSender _sender;
    readonly SocketOperations _operations;
    readonly OperationRunner _runner;
    readonly Caller _upgrader;
    readonly long _opened;
    volatile StreamCaller? _caller;
    bool _isInitialised;
    volatile bool _isExpiring;
    long _heard;
    long _pinged;

    public GraphQLSocket(
        HttpContext http,
        WebSocket socket,
        StreamPlace place,
        Caller upgrader,
        GraphQLService service,
        Authenticator authenticator,
        TransportOptions options,
        TimeProvider time,
        ILogger logger)
    {
        _http = http;
        _socket = socket;
        _place = place;
        Time = time;
        _upgrader = upgrader;
        _service = service;
        _authenticator = authenticator;
        _options = options;
        _logger = logger;
        _receiver = new SocketReceiver(socket, options.MaxRequestBytes, time);
        _sender = new SocketSender(socket, options.Streams, time);
        _operations = new SocketOperations(options.Streams.MaxOperations);
        _runner = new OperationRunner(service, options, _sender, _operations, time);
        _opened = time.GetTimestamp();
        _heard = _opened;
        _pinged = _opened;
    }

    TimeProvider Time { get; }

    /// <summary>
    /// Serves the connection until it is gone, and returns when nothing of it runs any more.
    /// </summary>
    /// <param name="refusal">Why it is closed at once; null: it is not.</param>
    public async Task RunAsync(CloseReason? refusal)
    {
        _place.Begin(this);
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
        else if (_sender.IsClosing || _isExpiring)
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
            _isExpiring = true;
            _ = ExpireAsync();
        }
        else
        {
            Ping();
            foreach (var operation in _operations.Open)
            {
                operation.Stream?.Beat();
            }
        }
    }

    /// <inheritdoc/>
    public void Stop()
    {
        if (_caller is not null && _operations.Positions() is { } positions)
        {
            _sender.TrySend(new Outgoing(Outgoing.Ping, null, default) { Positions = positions });
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
                _operations.Remove(message.Id!)?.Cancel();
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
                caller = await _authenticator.AuthenticateAsync(_http, authorization, proof);
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

            // A key is one request's, and the header is of the whole connection.
            IdempotencyKey = null,
        };
        if (_place.Keep(Spender.Of(origin.Principal, origin.Address)) is not null)
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
                var caller = await _authenticator.AuthenticateAsync(_http, authorization, proof);
                isRenewed = caller.Refused is null && !_isExpiring && known.TryRenew(caller);
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
        var (caller, parameters) = (_caller!, reading.Parameters);
        switch (_operations.Add(operation, () => _runner.RunAsync(operation, caller, parameters)))
        {
            case SocketOperations.Addition.IdExists:
                _sender.Close(CloseReason.IdExists(operation.Id));
                break;
            case SocketOperations.Addition.TooMany:
                var error = new GraphQLError(
                    $"At most {_options.Streams.MaxOperations} operations may be open on a connection. Complete one.",
                    ErrorCode.TooManyStreams);
                await _sender.SendAsync(new Outgoing(Outgoing.Error, operation, StreamPayload.ErrorsOf(error)));
                break;
        }
    }

    async Task ExpireAsync()
    {
        var operations = _operations.Close();
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

        var positions = _operations.Positions();
        if (!_sender.TrySend(new Outgoing(Outgoing.Ping, null, default) { Positions = positions }))
        {
            return;
        }

        _pinged = Time.GetTimestamp();
        foreach (var (operation, cursor) in positions ?? [])
        {
            operation.ToldCursor = cursor;
        }
    }

    List<Task> CancelAll()
    {
        var running = new List<Task>();
        foreach (var operation in _operations.Close())
        {
            operation.Cancel();
            running.Add(operation.Running);
        }

        return running;
    }
}
