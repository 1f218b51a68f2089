using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;
using GraphApi.Server.Configuration;

namespace GraphApi.Server.Transport.Streams;

/// <summary>
/// The responses of one subscription, as a transport sends them: nothing it throws is lost, and whatever ends it, the
/// client is told why and where to go on. Mutable; read by one reader, ended by anybody.
/// </summary>
sealed class ResponseStream : IAsyncDisposable
{
    static readonly Dictionary<string, object?> NoneMore = [];

    /// <summary>
    /// The longest that a stream outlives the rights of its subscriber, whatever this node hears of the others.
    /// <value>30 seconds.</value>
    /// </summary>
    public static readonly TimeSpan LongestWithoutRights = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How often it is looked whether he still has them. <value>4 seconds: with what the module keeps of callers (25
    /// seconds), and a second for looking, that makes the bound.</value>
    /// </summary>
    public static readonly TimeSpan RecheckInterval = TimeSpan.FromSeconds(4);

    // Where it ends for one of these, what waits to be sent is not sent any more.
    static readonly string[] WithoutRights =
        [ErrorCode.NotAuthenticated, ErrorCode.NotAuthorized, ErrorCode.TokenExpired];

    readonly Subscription _subscription;
    readonly StreamCaller _caller;
    readonly GraphQLService _service;
    readonly int _maxBytes;
    readonly TimeProvider _time;
    readonly CancellationTokenSource _reading;
    readonly IAsyncEnumerator<ResponseEvent> _events;
    volatile GraphQLError? _reason;
    volatile string? _cursor;
    volatile bool _isWithheld;
    string? _read;
    long _checked;
    long _rights;
    int _isChecking;
    bool _owes;

    /// <summary>Begins the stream.</summary>
    /// <param name="subscription">What is subscribed to.</param>
    /// <param name="caller">The subscriber.</param>
    /// <param name="service">Takes the costs, and masks faults.</param>
    /// <param name="options">How large a response may be.</param>
    /// <param name="time">The clock.</param>
    /// <param name="reading">
    /// Cancelled when the client leaves; and by this, when the stream ends for another reason. Not disposed of while it
    /// can end.
    /// </param>
    public ResponseStream(
        Subscription subscription,
        StreamCaller caller,
        GraphQLService service,
        TransportOptions options,
        TimeProvider time,
        CancellationTokenSource reading)
    {
        _subscription = subscription;
        _caller = caller;
        _service = service;
        _maxBytes = options.MaxResponseBytes;
        _time = time;
        _cursor = subscription.After;
        _checked = time.GetTimestamp();
        _rights = service.RightsVersion;
        _reading = reading;
        _events = subscription.MapSourceToResponseEventAsync(caller.OpenSessionAsync, _reading.Token)
            .GetAsyncEnumerator(_reading.Token);
    }

    /// <summary>
    /// Where the client can go on that was sent all but what was read last; null: it is not known. What was read counts
    /// from the next read on, so that nobody is told to go on after an event that he may not get.
    /// </summary>
    public string? Cursor => _cursor;

    /// <summary>Whether what was read, and is not sent yet, must not be: he may not have it any more.</summary>
    public bool IsWithheld => _isWithheld;

    /// <summary>
    /// Waits for what comes next; null: nothing more, the stream is complete. The event before is taken for sent.
    /// Throws <see cref="OperationCanceledException"/> where the client has left.
    /// </summary>
    public async ValueTask<ResponseEvent?> ReadAsync()
    {
        try
        {
            _cursor = _read ?? _cursor;
            await PayAsync();
            if (!await _events.MoveNextAsync())
            {
                return null;
            }

            var response = Fit(_events.Current);
            _read = response.Cursor;
            if (response.Kind == SourceEventKind.End)
            {
                _cursor = _read ?? _cursor;
            }

            _owes = response.Kind == SourceEventKind.Event;
            return response.Kind == SourceEventKind.End ? Ended(response.Error!) : response;
        }
        catch (OperationCanceledException) when (_reason is not null)
        {
            return Ended(_reason);
        }
        catch (OperationCanceledException) when (_reading.IsCancellationRequested)
        {
            throw;
        }
        catch (GraphQLException refused)
        {
            return Ended(refused.Error);
        }
#pragma warning disable CA1031 // what fails inside a stream must reach its client and nobody else's
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return Ended(_service.Mask(fault));
        }
    }

    /// <summary>Ends the stream for a reason that the client is told after what he is sent already.</summary>
    public void End(GraphQLError reason)
    {
        _isWithheld |= WithoutRights.Contains(reason.Code);
        _reason ??= reason;

        // Elsewhere: what is stopped, such as a statement, may take its time, and a beat is for all streams.
        _ = _reading.CancelAsync();
    }

    /// <summary>
    /// Looks whether the subscriber may still have it, now and then and when rights have changed on this node, since no
    /// event may come for long. Does not wait: the stream ends when it turns out that he may not.
    /// </summary>
    public void Beat()
    {
        var rights = _service.RightsVersion;
        if ((rights != _rights || _time.GetElapsedTime(_checked) >= RecheckInterval)
            && Interlocked.Exchange(ref _isChecking, 1) == 0)
        {
            _rights = rights;
            _checked = _time.GetTimestamp();
            _ = CheckAsync();
        }
    }

    /// <summary>An error that says where to go on; null: it is not known.</summary>
    public static GraphQLError After(GraphQLError error, string? cursor) => error with
    {
        Extensions = cursor is null ? error.Extensions : new Dictionary<string, object?>(error.Extensions ?? NoneMore)
        {
            ["cursor"] = cursor,
        },
    };

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _events.DisposeAsync();
        await _reading.CancelAsync();
    }

    async Task CheckAsync()
    {
        try
        {
            await using var session = await _caller.OpenSessionAsync(_reading.Token);
            if (_subscription.Authorize(session) is { } denied)
            {
                End(denied);
            }
        }
        catch (GraphQLException refused)
            when (refused.Error.Code is not (ErrorCode.Unavailable or ErrorCode.Timeout or ErrorCode.QuotaExceeded))
        {
            End(refused.Error);
        }
        catch (Exception exception) when (
            exception is OperationCanceledException or GraphQLException || Fault.IsUnavailable(exception))
        {
            // It cannot be known now. The next event asks again, and so does the next beat.
        }
#pragma warning disable CA1031 // who cannot be found to have rights has none, and nobody waits for this task
        catch (Exception fault)
#pragma warning restore CA1031
        {
            End(_service.Mask(fault));
        }
        finally
        {
            Volatile.Write(ref _isChecking, 0);
        }
    }

    // What he has had is paid before he gets more: who has spent his budget waits, and loses nothing.
    async ValueTask PayAsync()
    {
        while (_owes)
        {
            var wait = _service.Pay(_caller.Origin, _subscription.Cost);
            _owes = wait > TimeSpan.Zero;
            if (_owes)
            {
                await Task.Delay(wait, _time, _reading.Token);
            }
        }
    }

    ResponseEvent Fit(ResponseEvent response) => response.Payload.Length <= _maxBytes ? response : response with
    {
        Payload = StreamPayload.TooLarge(_maxBytes, response.Cursor),
    };

    ResponseEvent Ended(GraphQLError error)
    {
        _isWithheld |= WithoutRights.Contains(error.Code);
        return new ResponseEvent(SourceEventKind.End, default, _cursor, After(error, _cursor));
    }
}
