namespace GraphApi.Data.Writing;

/// <summary>
/// Lets many callers share one write: while a group of items is being written the next one forms, so that nobody waits
/// for a write of his own and nothing waits for a clock. A caller goes on when the group with his item is written;
/// where writing it failed, he gets the failure. What is brought is written even if its caller leaves. Thread-safe.
/// </summary>
/// <typeparam name="TItem">What callers bring.</typeparam>
/// <example><code>
/// await using var writer = new GroupWriter&lt;Line&gt;((lines, cancellationToken) => InsertAsync(lines));
/// await writer.WriteAsync(line, cancellationToken); // it is committed
/// </code></example>
public sealed class GroupWriter<TItem> : IAsyncDisposable
{
    readonly Func<IReadOnlyList<TItem>, Task> _write;
    readonly int _largestGroup;
    readonly int _capacity;
    readonly Lock _lock = new();
    readonly Queue<Group> _groups = new();
    Group? _forming;
    int _held;
    bool _isWriting;
    bool _isClosed;
    Task _writing = Task.CompletedTask;

    /// <summary>A writer that has nothing to write yet.</summary>
    /// <param name="write">
    /// Writes a group durably, all or nothing. Called for one group at a time, with one item at least. It must end by
    /// itself: no caller's cancellation reaches it.
    /// </param>
    /// <param name="largestGroup">The most items of a group; at least 1.</param>
    /// <param name="capacity">
    /// The most items that wait or are being written; at least 1. Who brings more waits until there is room.
    /// </param>
    public GroupWriter(Func<IReadOnlyList<TItem>, Task> write, int largestGroup = 512, int capacity = 8_192)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentOutOfRangeException.ThrowIfLessThan(largestGroup, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _write = write;
        _largestGroup = largestGroup;
        _capacity = capacity;
    }

    /// <summary>
    /// Returns when the item is written. Throws what the write of its group threw, and
    /// <see cref="OperationCanceledException"/> where the caller left; the item may be written then, or not.
    /// </summary>
    public async ValueTask WriteAsync(TItem item, CancellationToken cancellationToken)
    {
        bool isTaken;
        do
        {
            // Where there is no room, what is awaited is the oldest group; what became of it is its callers' affair.
            isTaken = TryTake(item, out var written);
            await written.WaitAsync(cancellationToken)
                .ConfigureAwait(isTaken ? ConfigureAwaitOptions.None : ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }
        while (!isTaken);
    }

    /// <summary>Takes nothing any more, and returns when all that was brought is written or has failed.</summary>
    public async ValueTask DisposeAsync()
    {
        Task writing;
        lock (_lock)
        {
            _isClosed = true;
            writing = _writing;
        }

        await writing;
    }

    bool TryTake(TItem item, out Task written)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            if (_held >= _capacity)
            {
                written = _groups.Peek().Written;
                return false;
            }

            _held++;
            if (_forming is null || _forming.Items.Count >= _largestGroup)
            {
                _forming = new Group();
                _groups.Enqueue(_forming);
            }

            _forming.Items.Add(item);
            written = _forming.Written;
            if (!_isWriting)
            {
                _isWriting = true;
                _writing = Task.Run(WriteAllAsync);
            }

            return true;
        }
    }

    // The group that is being written stays the first of the queue: who finds no room waits for it.
    async Task WriteAllAsync()
    {
        while (Next() is { } group)
        {
            var write = WriteAsync(group);
            await write.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            lock (_lock)
            {
                _held -= group.Items.Count;
                _groups.Dequeue();
            }

            group.Settle(write);
        }
    }

    async Task WriteAsync(Group group) => await _write(group.Items);

    Group? Next()
    {
        lock (_lock)
        {
            if (_groups.TryPeek(out var group))
            {
                _forming = group == _forming ? null : _forming;
                return group;
            }

            _isWriting = false;
            return null;
        }
    }

    sealed class Group
    {
        // Callers must not run on the thread that has the next group to write.
        readonly TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public List<TItem> Items { get; } = [];

        public Task Written => _written.Task;

        public void Settle(Task write)
        {
            if (write.Exception is { } failure)
            {
                _written.SetException(failure.InnerExceptions);
                // All callers may have left: nobody is to be told of a failure that nobody awaits.
                _ = _written.Task.Exception;
            }
            else if (write.IsCanceled)
            {
                _written.SetCanceled();
            }
            else
            {
                _written.SetResult();
            }
        }
    }
}
