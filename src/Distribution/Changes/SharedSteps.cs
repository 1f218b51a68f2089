using System.Collections.Concurrent;
using System.Security.Cryptography;
using GraphApi.Data.Databases;
using GraphApi.Distribution.Access;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Changes;

/// <summary>
/// What subscribers of one field share: who stands at the same place of the log, with the same plan and variables, and
/// to whom what changed there is the same by his rights, gets what was read once, by nobody in person. What reaches
/// somebody by a right of his person, and plans that may read it (<see cref="PersonalPlans"/>), are read for him alone.
/// Bounded; thread-safe.
/// </summary>
sealed class SharedSteps
{
    const int Batch = 20;
    const int MostKept = 1_024;
    const int MostRights = 10_000;

    // Of one step, where rights change while it is made.
    const int Attempts = 3;

    static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(30);

    /// <summary>How long something that was read is given to others: rights end by time alone as well.</summary>
    static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    readonly ConcurrentDictionary<Key, Entry<SharedStep>> _steps = new();
    readonly ConcurrentDictionary<(long After, long Through), Entry<ConcernedRights>> _concerned = new();

    /// <summary>How often something was read for all who share it: tests count by it.</summary>
    public int Runs => _runs;

    /// <summary>What is kept at the moment: tests count by it.</summary>
    public int Count => _steps.Count;

    int _runs;

    /// <summary>The next step of a subscriber; null: he reads for himself.</summary>
    /// <param name="source">What he subscribes to.</param>
    /// <param name="request">His subscription.</param>
    /// <param name="session">His session.</param>
    /// <param name="position">Where he stands.</param>
    /// <param name="rights">His rights of now.</param>
    /// <param name="recent">The newest changes, as they were known before the session was opened.</param>
    /// <param name="cancellationToken">Stops his waiting; what others wait for goes on.</param>
    public async ValueTask<SharedStep?> FindAsync(
        ChangeEventSource source,
        SubscriptionRequest request,
        DistributionSession session,
        ChangePosition position,
        RightsState rights,
        RecentChanges recent,
        CancellationToken cancellationToken)
    {
        var (log, viewer) = (session.Log, session.Viewer);
        var (after, through) = (position.Sequence, recent.Head);
        if (position is not { Phase: ChangePhase.Log, Known: 0 }
            || through < 0
            || !position.Present.Hash.Span.SequenceEqual(rights.Hash)
            || PersonalPlans.MayReadPerson(request.Subscription))
        {
            return null;
        }

        if (through <= after)
        {
            return new SharedStep([], after, viewer.Now, HasMore: false);
        }

        if (!recent.Knows(after, through))
        {
            return null;
        }

        var own = PersonalRights.Of(viewer);
        if (recent.MayConcern(after, through, own.Audiences))
        {
            return null;
        }

        if (!recent.MayConcern(after, through, viewer.AudienceIds))
        {
            // For none of his audiences: nobody has to ask the database for that.
            return new SharedStep([], through, position.Present.At, HasMore: false);
        }

        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var now = log.Time.GetUtcNow();
            var concerned = await FindAsync(
                _concerned,
                (after, through),
                now,
                now,
                () => ReadConcernedAsync(log, recent, after),
                cancellationToken);
            if (concerned is null)
            {
                return null;
            }

            // As old as the rights that it goes by, and no younger.
            var key = new Key(
                request.Subscription.SharingKey, concerned, own.KeyOf(viewer, concerned), after, through);
            if (await FindAsync(
                _steps,
                key,
                concerned.ReadAt,
                now,
                () => RunAsync(source, request, recent, key),
                cancellationToken) is { } step)
            {
                return step;
            }

            if (!concerned.IsPast)
            {
                return null;
            }

            await ForgetAsync(after, through, concerned);
        }

        return null;
    }

    /// <summary>Forgets rights that are past, and none that somebody else has read since.</summary>
    async ValueTask ForgetAsync(long after, long through, ConcernedRights past)
    {
        if (_concerned.TryGetValue((after, through), out var entry)
            && entry.Value.Value is { IsCompletedSuccessfully: true } made
            && await made == past)
        {
            _concerned.TryRemove(KeyValuePair.Create((after, through), entry));
        }
    }

    /// <summary>
    /// What is kept, or else what is made now, for all who ask meanwhile. What is old goes, and what could not be made.
    /// </summary>
    /// <param name="kept">What is kept.</param>
    /// <param name="key">What is asked for.</param>
    /// <param name="since">From when on it ages, where it is made now.</param>
    /// <param name="now">The present moment.</param>
    /// <param name="make">Makes it; null: it cannot be.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    static async ValueTask<T?> FindAsync<TKey, T>(
        ConcurrentDictionary<TKey, Entry<T>> kept,
        TKey key,
        DateTimeOffset since,
        DateTimeOffset now,
        Func<Task<T?>> make,
        CancellationToken cancellationToken)
        where TKey : notnull
        where T : class
    {
        if (!kept.TryGetValue(key, out var entry) || !entry.IsFresh(now))
        {
            foreach (var old in kept.Where(old => !old.Value.IsFresh(now)))
            {
                kept.TryRemove(old);
            }

            if (kept.Count >= MostKept)
            {
                // Somebody asks for very many different things: they are made for him alone.
                return null;
            }

            entry = kept.GetOrAdd(key, new Entry<T>(since, new Lazy<Task<T?>>(make)));
        }

        var made = await entry.Value.Value.WaitAsync(cancellationToken);
        if (made is null)
        {
            kept.TryRemove(KeyValuePair.Create(key, entry));
        }

        return made;
    }

    /// <summary>The rights to what the changes are of; null: they are too many to compare.</summary>
    static async Task<ConcernedRights?> ReadConcernedAsync(ChangeLog log, RecentChanges recent, long after)
    {
        using var stop = new CancellationTokenSource(LongestRun);
        try
        {
            return await ReadConcernedAsync(log, [.. recent.Between(after, recent.Head)], stop.Token);
        }
        catch (Exception problem) when (IsForeseen(problem, stop.Token))
        {
            return null;
        }
    }

    static async Task<ConcernedRights?> ReadConcernedAsync(
        ChangeLog log, IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        var now = log.Time.GetUtcNow();
        var products = changes.Select(change => change.ProductId).OfType<Guid>().Distinct().ToArray();
        await using var context = log.Database.CreateContext();
        var rights = await context.Set<Entitlement>()
            .Where(right => products.Contains(right.ProductId))
            .Select(right => new ConcernedRight(
                right.AudienceId,
                right.VersionId,
                right.Kind,
                right.EffectiveAt,
                right.ExpiresAt,
                right.Requires,
                right.IsCurrent))
            .Take(MostRights + 1)
            .ToListAsync(cancellationToken);
        return rights.Count > MostRights ? null : ConcernedRights.Of(now, changes, rights);
    }

    /// <summary>Reads for all; null: it cannot be, and everybody reads for himself and is told why.</summary>
    async Task<SharedStep?> RunAsync(
        ChangeEventSource source,
        SubscriptionRequest request,
        RecentChanges recent,
        Key key)
    {
        Interlocked.Increment(ref _runs);
        // Nobody's leaving takes it away from the others.
        using var stop = new CancellationTokenSource(LongestRun);
        try
        {
            await using var session = (DistributionSession)await request.OpenSession(stop.Token);
            var (viewer, concerned) = (session.Viewer, key.Concerned);
            if (PersonalRights.Of(viewer).KeyOf(viewer, concerned) != key.Rights)
            {
                // He has other rights by now, perhaps more than those who would be given what he reads.
                return null;
            }

            session.ForgetPerson(concerned);
            var log = session.Log;
            var place = new ChangePosition(
                key.After, [new HeldRights(RightsState.Of(session.Viewer).Hash, session.Viewer.Now)]);
            var standIn = log.Seal(place, RandomNumberGenerator.GetBytes(32));
            var reader = new ChangeReader(session, log, source.Matches, request.Subscription.Arguments);
            var told = await reader.ReadAsync(recent, key.After, key.Through, Batch, stop.Token);
            var events = new List<SharedEvent>(told.Events.Count);
            foreach (var (change, at) in told.Events)
            {
                if (source.Tells(change))
                {
                    var response = await request.Subscription.ExecuteAsync(
                        change with { Cursor = standIn }, session, stop.Token);
                    var reads = session.TakeShared();
                    if (reads.HasOther)
                    {
                        return null;
                    }

                    events.Add(new SharedEvent(
                        at.Sequence, Subscription.ToBytes(response, standIn), standIn, reads.Content));
                }
            }

            // What was a right of his, and is none by now, may be one of the others' still; and the other way round.
            Change[] changes = [.. recent.Between(key.After, key.Through)];
            if (await ReadConcernedAsync(log, changes, stop.Token) is not { } present
                || !present.IsSame(viewer, concerned))
            {
                concerned.IsPast = true;
                return null;
            }

            return new SharedStep(events, told.End.Sequence, session.Viewer.Now, told.HasMore);
        }
        catch (Exception problem) when (IsForeseen(problem, stop.Token))
        {
            return null;
        }
    }

    static bool IsForeseen(Exception problem, CancellationToken cancellationToken) =>
        problem is GraphQLException or OperationCanceledException || SqlState.IsKnown(problem, cancellationToken);

    sealed record Entry<T>(DateTimeOffset At, Lazy<Task<T?>> Value)
        where T : class
    {
        public bool IsFresh(DateTimeOffset now) => (now - At).Duration() <= Freshness;
    }

    readonly record struct Key(
        SharingKey Plan, ConcernedRights Concerned, string Rights, long After, long Through);
}
