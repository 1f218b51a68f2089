using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Security.Cryptography;
using GraphApi.Data.Databases;
using GraphApi.Distribution.Access;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Changes;

/// <summary>
/// What subscribers of one field share: who stands at the same place of the log, with the same plan, variables and
/// rights to what changed there, gets what was read once, by nobody in person. What reaches somebody by a right of his
/// person, and plans that may read it (<see cref="PersonalPlans"/>), are read for him alone. Bounded; thread-safe.
/// </summary>
sealed class SharedSteps
{
    const int Batch = 20;
    const int MostKept = 1_024;
    const int MostAudiences = 10_000;

    static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(30);

    /// <summary>How long something that was read is given to others: rights end by time alone as well.</summary>
    static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    readonly ConcurrentDictionary<Key, Entry<SharedStep>> _steps = new();
    readonly ConcurrentDictionary<(long After, long Through), Entry<IReadOnlySet<Guid>>> _relevant = new();

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
    /// <param name="recent">The newest changes, as they were known before the session was opened.</param>
    /// <param name="cancellationToken">Stops his waiting; what others wait for goes on.</param>
    public async ValueTask<SharedStep?> FindAsync(
        ChangeEventSource source,
        SubscriptionRequest request,
        DistributionSession session,
        ChangePosition position,
        RecentChanges recent,
        CancellationToken cancellationToken)
    {
        var (log, viewer) = (session.Log, session.Viewer);
        var (after, through) = (position.Sequence, recent.Head);
        if (position is not { Phase: ChangePhase.Log, Known: 0 }
            || through < 0
            || !position.Present.Hash.Span.SequenceEqual(RightsState.Of(viewer).Hash)
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

        var own = PersonalRights.AudiencesOf(viewer);
        if (recent.MayConcern(after, through, own))
        {
            return null;
        }

        if (!recent.MayConcern(after, through, viewer.AudienceIds))
        {
            // For none of his audiences: nobody has to ask the database for that.
            return new SharedStep([], through, position.Present.At, HasMore: false);
        }

        var relevant = await FindAsync(
            _relevant, (after, through), log.Time, () => ReadRelevantAsync(log, recent, after), cancellationToken);
        if (relevant is null)
        {
            return null;
        }

        var key = new Key(
            request.Subscription.SharingKey, PersonalRights.KeyOf(viewer, relevant), after, through);
        return await FindAsync(
            _steps, key, log.Time, () => RunAsync(source, request, recent, relevant, key), cancellationToken);
    }

    /// <summary>
    /// What is kept, or else what is made now, for all who ask meanwhile. What is old goes, and what could not be made.
    /// </summary>
    static async ValueTask<T?> FindAsync<TKey, T>(
        ConcurrentDictionary<TKey, Entry<T>> kept,
        TKey key,
        TimeProvider time,
        Func<Task<T?>> make,
        CancellationToken cancellationToken)
        where TKey : notnull
        where T : class
    {
        var now = time.GetUtcNow();
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

            entry = kept.GetOrAdd(key, new Entry<T>(now, new Lazy<Task<T?>>(make)));
        }

        var made = await entry.Value.Value.WaitAsync(cancellationToken);
        if (made is null)
        {
            kept.TryRemove(KeyValuePair.Create(key, entry));
        }

        return made;
    }

    /// <summary>
    /// The audiences that the changes and the rights to their products are for; null: they are too many to compare.
    /// </summary>
    static async Task<IReadOnlySet<Guid>?> ReadRelevantAsync(ChangeLog log, RecentChanges recent, long after)
    {
        using var stop = new CancellationTokenSource(LongestRun);
        try
        {
            var changes = recent.Between(after, recent.Head).ToList();
            var audiences = changes.SelectMany(change => change.Audiences).Select(a => a.AudienceId).ToHashSet();
            var products = changes.Select(change => change.ProductId).OfType<Guid>().Distinct().ToArray();
            await using var context = log.Database.CreateContext();
            audiences.UnionWith(await context.Set<Entitlement>()
                .Where(right => products.Contains(right.ProductId))
                .Select(right => right.AudienceId)
                .Distinct()
                .Take(MostAudiences + 1)
                .ToListAsync(stop.Token));
            return audiences.Count > MostAudiences ? null : audiences.ToFrozenSet();
        }
        catch (Exception problem) when (IsForeseen(problem, stop.Token))
        {
            return null;
        }
    }

    /// <summary>Reads for all; null: it cannot be, and everybody reads for himself and is told why.</summary>
    async Task<SharedStep?> RunAsync(
        ChangeEventSource source,
        SubscriptionRequest request,
        RecentChanges recent,
        IReadOnlySet<Guid> relevant,
        Key key)
    {
        Interlocked.Increment(ref _runs);
        // Nobody's leaving takes it away from the others.
        using var stop = new CancellationTokenSource(LongestRun);
        try
        {
            await using var session = (DistributionSession)await request.OpenSession(stop.Token);
            if (PersonalRights.KeyOf(session.Viewer, relevant) != key.Rights)
            {
                // He has other rights by now, perhaps more than those who would be given what he reads.
                return null;
            }

            session.ForgetPerson(relevant);
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

    readonly record struct Key(SharingKey Plan, string Rights, long After, long Through);
}
