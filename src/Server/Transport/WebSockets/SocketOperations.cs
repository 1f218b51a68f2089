namespace GraphApi.Server.Transport.WebSockets;

/// <summary>
/// The operations that are open on a WebSocket, each with an id of its own. There are few: they are looked through, and
/// copied when one comes or goes. Mutable; thread-safe.
/// </summary>
/// <param name="most">How many may be open at a time.</param>
sealed class SocketOperations(int most)
{
    readonly Lock _gate = new();
    volatile SocketOperation[] _open = [];
    bool _isClosed;

    /// <summary>What became of an operation that was to be added.</summary>
    public enum Addition
    {
        /// <summary>It is open, and its running has begun.</summary>
        Added,

        /// <summary>There is one of its id.</summary>
        IdExists,

        /// <summary>There are as many as may be.</summary>
        TooMany,

        /// <summary>No more begin.</summary>
        Closed,
    }

    /// <summary>Adds an operation and starts it, where it may be open.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="run">Runs it, and elsewhere: it returns at once.</param>
    public Addition Add(SocketOperation operation, Func<Task> run)
    {
        lock (_gate)
        {
            if (Find(operation.Id) is not null)
            {
                return Addition.IdExists;
            }

            if (_isClosed)
            {
                return Addition.Closed;
            }

            if (_open.Length >= most)
            {
                return Addition.TooMany;
            }

            _open = [.. _open, operation];
            operation.Running = run();
            return Addition.Added;
        }
    }

    /// <summary>Frees an id; returns whose it was. Null: nobody's.</summary>
    public SocketOperation? Remove(string id)
    {
        lock (_gate)
        {
            var operation = Find(id);
            Take(operation);
            return operation;
        }
    }

    /// <summary>Frees the id of an operation, unless it is another one's by now.</summary>
    public void Remove(SocketOperation operation)
    {
        lock (_gate)
        {
            Take(operation);
        }
    }

    /// <summary>Those that are open now.</summary>
    public IReadOnlyList<SocketOperation> Open => _open;

    /// <summary>Lets no more begin; returns those that are open.</summary>
    public IReadOnlyList<SocketOperation> Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            return _open;
        }
    }

    /// <summary>
    /// Where the subscriptions can go on whose cursor moved since the client was told. Null: none did.
    /// </summary>
    public IReadOnlyList<(SocketOperation Operation, string Cursor)>? Positions()
    {
        List<(SocketOperation, string)>? moved = null;
        foreach (var operation in _open)
        {
            if (operation.Stream?.Cursor is { } cursor && cursor != operation.ToldCursor)
            {
                (moved ??= []).Add((operation, cursor));
            }
        }

        return moved;
    }

    // Under the lock.
    SocketOperation? Find(string id)
    {
        foreach (var operation in _open)
        {
            if (operation.Id == id)
            {
                return operation;
            }
        }

        return null;
    }

    // Under the lock.
    void Take(SocketOperation? operation)
    {
        if (operation is not null && _open.Contains(operation))
        {
            _open = [.. _open.Where(other => other != operation)];
        }
    }
}
