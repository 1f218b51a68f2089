using System.Collections.Concurrent;
using System.Security.Cryptography;
using GraphApi.Data.Databases;
using GraphApi.Distribution.AccessRecords;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;

namespace GraphApi.Distribution.Changes;

/// <summary>
/// What subscribers of one field share: who stands at the same place of the log, with the same plan, variables and
/// rights but for what is about his person, gets what the first of them read. What reaches somebody by a right of his
/// person, and plans that may read it (<see cref="PersonalPlans"/>), are read for him alone. Bounded; thread-safe.
/// </summary>
sealed class SharedSteps
{
    const int Batch = 20;
    const int MostKept = 4_096;

    static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(30);

    readonly ConcurrentDictionary<Key, Lazy<Task<SharedStep?>>> _steps = new();

    /// <summary>How often something was read for all who share it: tests count by it.</summary>
    public int Runs => _runs;

    int _runs;

    /// <summary>The next step of a subscriber; null: he reads for himself.</summary>
    public async ValueTask<SharedStep?> FindAsync(
        ChangeEventSource source,
        SubscriptionRequest request,
        DistributionSession session,
        ChangePosition position,
        CancellationToken cancellationToken)
    {
        var (tail, viewer) = (session.Log.Tail, session.Viewer);
        var (after, through) = (position.Sequence, tail.Head);
        if (position is not { Phase: ChangePhase.Log, Known: 0 }
            || through < 0
            || !position.Present.Hash.Span.SequenceEqual(RightsState.Of(viewer).Hash)
            || PersonalPlans.MayReadPerson(request.Subscription.Selection))
        {
            return null;
        }

        if (through <= after)
        {
            return new SharedStep(null, [], after, viewer.Now, HasMore: false);
        }

        if (!tail.MayConcern(after, through, viewer.AudienceIds.Concat(viewer.RecallIds).ToHashSet()))
        {
            // For none of his audiences: nobody has to ask the database for that.
            return new SharedStep(null, [], through, position.Present.At, HasMore: false);
        }

        if (tail.MayConcern(after, through, PersonalRights.AudiencesOf(viewer)))
        {
            return null;
        }

        var key = new Key(request.Subscription.SharingKey, PersonalRights.KeyWithout(viewer), after, through);
        if (_steps.Count >= MostKept)
        {
            _steps.Clear();
        }

        var step = _steps.GetOrAdd(
            key, _ => new Lazy<Task<SharedStep?>>(() => RunAsync(source, request, after, through)));
        var told = await step.Value.WaitAsync(cancellationToken);
        if (told is null)
        {
            _steps.TryRemove(KeyValuePair.Create(key, step));
        }

        return told;
    }

    /// <summary>Reads for all; null: it cannot be, and everybody reads for himself and is told why.</summary>
    async Task<SharedStep?> RunAsync(ChangeEventSource source, SubscriptionRequest request, long after, long through)
    {
        Interlocked.Increment(ref _runs);
        // Nobody's leaving takes it away from the others.
        using var stop = new CancellationTokenSource(LongestRun);
        try
        {
            await using var session = (DistributionSession)await request.OpenSession(stop.Token);
            session.ForgetPerson();
            var (log, rights) = (session.Log, RightsState.Of(session.Viewer));
            var position = new ChangePosition(after, [new HeldRights(rights.Hash, session.Viewer.Now)]);
            var standIn = log.Seal(position, RandomNumberGenerator.GetBytes(32));
            var reader = new ChangeReader(session, log, source.Matches, request.Subscription.Arguments)
            {
                // What comes later was not looked at for whom it is.
                Through = through,
            };
            var told = await reader.ReadAsync(position, Batch, stop.Token);
            var events = new List<SharedEvent>(told.Events.Count);
            foreach (var (change, at) in told.Events)
            {
                if (source.Tells(change))
                {
                    var reads = session.Observed = new List<IRecordedContent>();
                    var response = await request.Subscription.ExecuteAsync(
                        change with { Cursor = standIn }, session, stop.Token);
                    events.Add(new SharedEvent(
                        at.Sequence, Subscription.ToBytes(response, standIn), standIn, reads));
                }
            }

            return new SharedStep(request, events, told.End.Sequence, session.Viewer.Now, told.HasMore);
        }
        catch (Exception problem) when (problem is GraphQLException or OperationCanceledException
            || SqlState.IsKnown(problem, stop.Token))
        {
            return null;
        }
    }

    readonly record struct Key(SharingKey Plan, string Rights, long After, long Through);
}
