using System.Runtime.CompilerServices;
using GraphApi.Data.ChangeLog;
using GraphApi.Engine.Execution;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Distribution.Changes;

/// <summary>
/// Events from the change log: first those after the subscriber's cursor, then those that come. Nobody's events are
/// kept for him: each subscriber reads the log from where he stands, and those who stand at the same place with equal
/// rights share what is read and written (<see cref="SharedSteps"/>). So a slow one costs no memory and loses nothing.
/// </summary>
/// <param name="matches">Tells which products there are for a subscriber.</param>
/// <param name="family">Which fields take each other's cursors.</param>
/// <param name="tells">Whether he is told of an event; null: of every one.</param>
sealed class ChangeEventSource(
    RowMatches matches, string family, Func<ChangeEvent, bool>? tells = null) : EventSource
{
    /// <summary>What shares among its subscribers.</summary>
    public SharedSteps Shared { get; } = new();

    /// <inheritdoc/>
    public override string PositionArgument => "after";

    /// <summary>Tells which products there are for a subscriber.</summary>
    public RowMatches Matches => matches;

    /// <summary>Which fields take each other's cursors.</summary>
    public string Family => family;

    /// <summary>
    /// Whether it is for those as well who can sign in and have no rights (any more): what they were given is recalled
    /// from them.
    /// </summary>
    public bool ReachesFormerReaders { get; init; }

    /// <summary>Whether subscribers are told of an event.</summary>
    public bool Tells(ChangeEvent change) => tells is null || tells(change);

    /// <inheritdoc/>
    public override async IAsyncEnumerable<SourceEvent> SubscribeAsync(
        SubscriptionRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var subscriber = new ChangeSubscriber(this, request);
        while (true)
        {
            foreach (var told in await subscriber.NextAsync(cancellationToken))
            {
                yield return told;
                if (told.Kind == SourceEventKind.End)
                {
                    yield break;
                }
            }
        }
    }
}
