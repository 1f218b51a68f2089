namespace GraphApi.Server.Transport.WebSockets;

/// <summary>The operations that are open on a WebSocket, by their ids. Mutable; thread-safe.</summary>
/// <param name="most">How many may be open at a time.</param>
sealed class SocketOperations(int most)
{
    readonly Dictionary<string, SocketOperation> _byId = new(StringComparer.Ordinal);
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
    public Addition Add(SocketOperation operation, Func<Task> run)
    {
        lock (_byId)
        {
            if (_byId.ContainsKey(operation.Id))
            {
                return Addition.IdExists;
            }

            if (_isClosed)
            {
                return Addition.Closed;
            }

            if (_byId.Count >= most)
            {
                return Addition.TooMany;
            }

            _byId.Add(operation.Id, operation);

            // Elsewhere: what runs at once must not keep the next message waiting.
            operation.Running = Task.Run(run);
            return Addition.Added;
        }
    }

    /// <summary>Frees an id; returns whose it was. Null: nobody's.</summary>
    public SocketOperation? Remove(string id)
    {
        lock (_byId)
        {
            return _byId.Remove(id, out var operation) ? operation : null;
        }
    }

    /// <summary>Frees the id of an operation, unless it is another one's by now.</summary>
    public void Remove(SocketOperation operation)
    {
        lock (_byId)
        {
            if (_byId.GetValueOrDefault(operation.Id) == operation)
            {
                _byId.Remove(operation.Id);
            }
        }
    }

    /// <summary>Those that are open now.</summary>
    public SocketOperation[] Snapshot()
    {
        lock (_byId)
        {
            return _byId.Count == 0 ? [] : [.. _byId.Values];
        }
    }

    /// <summary>Lets no more begin; returns those that are open.</summary>
    public SocketOperation[] Close()
    {
        lock (_byId)
        {
            _isClosed = true;
        }

        return Snapshot();
    }

    /// <summary>
    /// Where the subscriptions can go on whose cursor moved since the client was told. Null: none did.
    /// </summary>
    public IReadOnlyList<(SocketOperation Operation, string Cursor)>? Positions()
    {
        List<(SocketOperation, string)>? moved = null;
        foreach (var operation in Snapshot())
        {
            if (operation.Stream?.Cursor is { } cursor && cursor != operation.ToldCursor)
            {
                (moved ??= []).Add((operation, cursor));
            }
        }

        return moved;
    }
}
