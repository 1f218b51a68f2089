using System.Buffers;
using System.Net.WebSockets;
using GraphApi.Server.Configuration;

namespace GraphApi.Server.Transport.WebSockets;

/// <summary>
/// Sends messages one after another, and keeps those that wait: as many as is allowed, then whoever has another one
/// waits. Nothing is lost or overtaken. While nothing waits it holds no buffer and runs nowhere. Mutable; thread-safe.
/// </summary>
sealed class SocketSender(WebSocket socket, StreamOptions options, TimeProvider time)
{
    // After a close frame was sent, the client has as long to answer it.
    static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(5);

    readonly Lock _gate = new();

    // What is sent next, and what waits behind it: on most connections that is nothing, and so there is no queue.
    Outgoing _next;
    bool _hasNext;
    Queue<Outgoing>? _behind;
    TaskCompletionSource? _room;
    Task _pump = Task.CompletedTask;
    CloseReason? _close;
    long _bytes;
    long _sendingSince;
    long _closedAt;
    bool _isPumping;
    bool _isBroken;

    /// <summary>Whether the connection is being closed from this side: what is sent now is dropped.</summary>
    public bool IsClosing
    {
        get
        {
            lock (_gate)
            {
                return _close is not null || _isBroken;
            }
        }
    }

    /// <summary>Whether there is no hope any more that the client reads what it is sent, or answers a close.</summary>
    public bool IsStuck
    {
        get
        {
            var sending = Volatile.Read(ref _sendingSince);
            var closed = Volatile.Read(ref _closedAt);
            return (sending != 0 && time.GetElapsedTime(sending) >= options.StuckTimeout)
                || (closed != 0 && time.GetElapsedTime(closed) >= CloseTimeout);
        }
    }

    /// <summary>Sends a message when its turn comes; waits while as many wait already as may.</summary>
    public async ValueTask SendAsync(Outgoing message)
    {
        while (true)
        {
            Task room;
            lock (_gate)
            {
                if (TryAdd(message))
                {
                    break;
                }

                room = (_room ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }

            await room;
        }

        Pump();
    }

    /// <summary>The same where there is room for it; else it is not sent. Returns whether it is.</summary>
    public bool TrySend(Outgoing message)
    {
        lock (_gate)
        {
            if (!TryAdd(message))
            {
                return false;
            }
        }

        Pump();
        return true;
    }

    /// <summary>Closes the connection.</summary>
    /// <param name="reason">What the client is told.</param>
    /// <param name="isDrained">Whether what waits is sent before; else it is dropped.</param>
    public void Close(CloseReason reason, bool isDrained = false)
    {
        lock (_gate)
        {
            if (_close is not null || _isBroken)
            {
                return;
            }

            _close = reason;
            if (!isDrained)
            {
                Drop();
            }

            GiveRoom();
        }

        Pump();
    }

    /// <summary>Sends no more, and returns when nothing is being sent.</summary>
    public async ValueTask EndAsync()
    {
        Task pump;
        lock (_gate)
        {
            // A close frame that waits is sent first; if it cannot be, a timeout bounds the waiting.
            if (_close is null)
            {
                Break();
            }

            pump = _pump;
        }

        await pump;
    }

    // Under the lock. A message that is dropped because the connection ends has been added, as far as anybody cares.
    bool TryAdd(Outgoing message)
    {
        if (_close is not null || _isBroken)
        {
            return true;
        }

        var waiting = (_hasNext ? 1 : 0) + (_behind?.Count ?? 0);
        if (waiting >= options.MaxBufferedMessages || _bytes >= options.MaxBufferedBytes)
        {
            return false;
        }

        if (_hasNext)
        {
            (_behind ??= new()).Enqueue(message);
        }
        else
        {
            (_next, _hasNext) = (message, true);
        }

        _bytes += message.MaxLength;
        return true;
    }

    void Pump()
    {
        lock (_gate)
        {
            if (_isPumping || _isBroken)
            {
                return;
            }

            _isPumping = true;
        }

        var pump = PumpAsync();
        lock (_gate)
        {
            // One that is over already may have been followed by another.
            if (!pump.IsCompleted)
            {
                _pump = pump;
            }
        }
    }

    async Task PumpAsync()
    {
        try
        {
            while (Take(out var message, out var close))
            {
                Volatile.Write(ref _sendingSince, time.GetTimestamp());
                if (close is not null)
                {
                    Volatile.Write(ref _closedAt, time.GetTimestamp());
                    await socket.CloseOutputAsync(close.Status, close.Text, CancellationToken.None);
                }
                else if (message.Settle() is { } settled)
                {
                    await SendNowAsync(settled);
                }

                Volatile.Write(ref _sendingSince, 0);
            }
        }
        catch (Exception exception) when (
            exception is WebSocketException or IOException or OperationCanceledException
                or ObjectDisposedException or InvalidOperationException)
        {
            // The connection is gone, which who receives is told too.
            lock (_gate)
            {
                Break();
                _isPumping = false;
            }
        }
    }

    async ValueTask SendNowAsync(Outgoing message)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(message.MaxLength);
        var length = message.WriteTo(buffer);
        await socket.SendAsync(
            buffer.AsMemory(0, length), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

        // Not where it fails: the connection may still have it then.
        ArrayPool<byte>.Shared.Return(buffer);
    }

    // What is to be sent next; false: nothing, and whoever adds something has to pump again.
    bool Take(out Outgoing message, out CloseReason? close)
    {
        close = null;
        lock (_gate)
        {
            message = _next;
            if (_hasNext)
            {
                Advance();
                _bytes -= message.MaxLength;
                GiveRoom();
                return true;
            }

            if (_close is not null && !_isBroken)
            {
                close = _close;
                _isBroken = true;
                return true;
            }

            _isPumping = false;
            return false;
        }
    }

    void Break()
    {
        _isBroken = true;
        Drop();
        GiveRoom();
    }

    void Drop()
    {
        (_next, _hasNext, _behind, _bytes) = (default, false, null, 0);
    }

    void Advance()
    {
        if (_behind is not null && _behind.TryDequeue(out _next))
        {
            return;
        }

        (_next, _hasNext, _behind) = (default, false, null);
    }

    void GiveRoom()
    {
        _room?.SetResult();
        _room = null;
    }
}
