using System.Collections.Concurrent;

namespace GraphApi.Distribution.Access;

/// <summary>
/// The viewers of the last moments, those without any rights included, by what their tokens claim. Who asks while a
/// viewer is being found waits for the same answer. Mutable; thread-safe.
/// </summary>
/// <param name="time">The clock.</param>
sealed class KnownViewers(TimeProvider time)
{
    /// <summary>How long a viewer is kept. <value>25 seconds, from before the records are read.</value></summary>
    public static readonly TimeSpan Kept = TimeSpan.FromSeconds(25);

    const int MostKept = 10_000;

    readonly ConcurrentDictionary<ClaimsFingerprint, Entry> _entries = new();
    long _version;

    /// <summary>How often something was forgotten because of a change.</summary>
    public long Version => Interlocked.Read(ref _version);

    /// <summary>
    /// The viewer of a fingerprint, found by <paramref name="find"/> where it is not kept. What that throws, all who
    /// wait are told, and nothing is kept.
    /// </summary>
    /// <param name="fingerprint">What the token claims.</param>
    /// <param name="find">
    /// Reads the records, for the moment it is given; nobody cancels it, since others may wait.
    /// </param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    public async ValueTask<FoundViewer> FindAsync(
        ClaimsFingerprint fingerprint,
        Func<DateTime, Task<FoundViewer>> find,
        CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = time.GetUtcNow().UtcDateTime;
            if (_entries.TryGetValue(fingerprint, out var known))
            {
                if (known.HoldsAt(now))
                {
                    return await known.GetAsync(cancellationToken);
                }

                _entries.TryRemove(KeyValuePair.Create(fingerprint, known));
            }

            if (_entries.Count >= MostKept)
            {
                _entries.Clear();
            }

            var entry = new Entry(now, now + Kept);
            if (_entries.TryAdd(fingerprint, entry))
            {
                // Only now that it can be found, so that a change meanwhile takes it away.
                _ = entry.FindAsync(find);
                return await entry.GetAsync(cancellationToken);
            }
        }
    }

    /// <summary>Forgets all: after something was changed that the rights of others may depend on.</summary>
    public void Forget()
    {
        _entries.Clear();
        Interlocked.Increment(ref _version);
    }

    /// <summary>
    /// Forgets those who are, act for, or are answered for by a person, machine client or organization; and whoever is
    /// being found right now, since it cannot be known yet.
    /// </summary>
    public void Forget(Guid id)
    {
        foreach (var entry in _entries)
        {
            if (entry.Value.Viewer is not { } found || found.DependsOn.Contains(id))
            {
                _entries.TryRemove(entry);
            }
        }

        Interlocked.Increment(ref _version);
    }

    sealed class Entry(DateTime from, DateTime until)
    {
        volatile TaskCompletionSource<FoundViewer>? _finding =
            new(TaskCreationOptions.RunContinuationsAsynchronously);

        volatile FoundViewer? _viewer;

        /// <summary>The viewer; null: it is not found yet, or could not be.</summary>
        public FoundViewer? Viewer => _viewer;

        public bool HoldsAt(DateTime now) =>
            now < until && _finding?.Task.IsFaulted != true && (Viewer is not { } found || now < found.Until);

        public ValueTask<FoundViewer> GetAsync(CancellationToken cancellationToken)
        {
            // First, since it goes when the viewer is there.
            var finding = _finding;
            return Viewer is { } found ? new(found) : new(finding!.Task.WaitAsync(cancellationToken));
        }

        public async Task FindAsync(Func<DateTime, Task<FoundViewer>> find)
        {
            var (done, finding) = (_finding!, find(from));
            await Task.WhenAny(finding);
            if (finding.IsCompletedSuccessfully)
            {
                _viewer = await finding;

                // Nobody waits from now on: what was for waiting is not kept as long as the viewer.
                _finding = null;
            }

            done.SetFromTask(finding);
        }
    }
}
