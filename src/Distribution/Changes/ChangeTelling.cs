using GraphApi.Data.ChangeLog;
using GraphApi.Engine.Execution;

namespace GraphApi.Distribution.Changes;

/// <summary>
/// Tells a reader once what happened since he was last told: first what other rights change for him, then the log. Each
/// change is judged by his rights of this moment: what he can see comes with the product, what he cannot see any more
/// without, and what he never could see is not told. Mutable: it goes forward as it tells.
/// </summary>
/// <param name="session">The session of the reader, at the moment of the telling.</param>
/// <param name="context">Its database.</param>
/// <param name="matches">Tells which products there are for him.</param>
/// <param name="arguments">The arguments with his <c>where</c>.</param>
/// <param name="head">How far the log has come.</param>
/// <param name="rights">His rights.</param>
/// <param name="position">Where he stands, with the same rights as his last ones.</param>
/// <param name="count">How many events he is told at most.</param>
sealed class ChangeTelling(
    DistributionSession session,
    DistributionContext context,
    RowMatches matches,
    ArgumentValues arguments,
    long head,
    RightsState rights,
    ChangePosition position,
    int count)
{
    /// <summary>How many changes of the log are looked at by one statement.</summary>
    const int Batch = 200;

    readonly List<(ChangeEvent Event, ChangePosition After)> _events = [];
    ChangePosition _position = position;
    readonly HeldRights _present = new(rights.Hash, session.Viewer.Now);

    /// <summary>The changes he is told of, where they are at hand; null: they are read.</summary>
    public RecentChanges? Recent { get; init; }

    /// <summary>What he is told, each with where he stands after it.</summary>
    public IReadOnlyList<(ChangeEvent Event, ChangePosition After)> Events => _events;

    /// <summary>Where he stands.</summary>
    public ChangePosition Position => _position;

    bool IsFull => _events.Count >= count;

    int Left => count - _events.Count;

    /// <summary>Tells; returns whether there is more.</summary>
    public async ValueTask<bool> RunAsync(CancellationToken cancellationToken)
    {
        if (_position.Phase != ChangePhase.Log && !await TellDifferenceAsync(cancellationToken))
        {
            return true;
        }

        while (_position.Sequence < head)
        {
            await TellLogAsync(cancellationToken);
            if (IsFull && _position.Sequence < head)
            {
                return true;
            }
        }

        _position = new ChangePosition(head, [_present]);
        return false;
    }

    /// <summary>Tells what other rights change; returns whether that is all of it.</summary>
    async ValueTask<bool> TellDifferenceAsync(CancellationToken cancellationToken)
    {
        var before = new List<(RightsState Rights, DateTime At)>();
        foreach (var (hash, at) in _position.Held.SkipLast(1))
        {
            before.Add((
                await RightsStates.FindAsync(context, hash, cancellationToken) ?? throw ChangeReader.Expired(), at));
        }

        var difference = new RightsDifference(context, _position, before, rights, session.Viewer.Now);
        while (_position.Phase != ChangePhase.Log)
        {
            if (IsFull)
            {
                return false;
            }

            switch (_position.Phase)
            {
                case ChangePhase.Revoked:
                    await TellRevokedAsync(difference, cancellationToken);
                    break;
                case ChangePhase.Removed:
                    await TellRemovedAsync(difference, cancellationToken);
                    break;
                default:
                    await TellGrantedAsync(difference, cancellationToken);
                    break;
            }
        }

        return true;
    }

    async ValueTask TellRevokedAsync(RightsDifference difference, CancellationToken cancellationToken)
    {
        var limit = Left;
        var products = await difference.RevokedAsync(_position.After, limit, cancellationToken);
        foreach (var product in products)
        {
            _position = _position with { After = product };
            Add(ChangeEvent.OfRights(ChangeKind.AccessRevoked, product, _position, session.Viewer.Now));
        }

        if (products.Count < limit)
        {
            _position = _position with { Phase = ChangePhase.Removed, After = default, Removed = _position.Sequence };
        }
    }

    async ValueTask TellRemovedAsync(RightsDifference difference, CancellationToken cancellationToken)
    {
        var limit = Left;
        var changes = await difference.RemovedAsync(
            _position.Removed, head, limit, cancellationToken);
        var products = changes.Select(change => change.ProductId).ToHashSet();
        var visible = await matches.AmongAsync(context, ArgumentValues.None, products, cancellationToken);
        // Where his rights of now are told of it as well, he is told what happened, and not merely that it did.
        var told = changes.Count == 0
            ? []
            : (await ReadLogAsync(
                changes[0].Sequence - 1, changes[^1].Sequence, int.MaxValue, cancellationToken))
                .ToDictionary(change => change.Sequence);
        // Nor is what was recalled from him merely gone, whatever right he has lost since.
        var untold = changes.Select(change => change.Sequence).Where(sequence => !told.ContainsKey(sequence)).ToList();
        foreach (var recall in untold.Count == 0
            ? []
            : await LoggedChange.ReadRecallsAsync(context, untold, cancellationToken))
        {
            told.Add(recall.Sequence, recall);
        }

        foreach (var (sequence, product, isTaken) in changes)
        {
            _position = _position with { Removed = sequence };
            if (visible.Contains(product))
            {
                continue;
            }

            if (told.TryGetValue(sequence, out var change))
            {
                Add(ChangeEvent.Of(change, isVisible: false));
            }
            else if (isTaken)
            {
                Add(ChangeEvent.OfRights(ChangeKind.AccessRevoked, product, _position, session.Viewer.Now));
            }
        }

        if (changes.Count < limit)
        {
            _position = _position with { Phase = ChangePhase.Granted, After = default };
        }
    }

    async ValueTask TellGrantedAsync(RightsDifference difference, CancellationToken cancellationToken)
    {
        var limit = Left;
        var products = await difference.GrantedAsync(_position.After, limit, cancellationToken);
        var matching = await matches.AmongAsync(context, arguments, products, cancellationToken);
        // What he sees of it may be what his condition is about.
        Guid[] others = [.. products.Where(product => !matching.Contains(product))];
        var held = others.Length == 0 ? [] : await difference.HeldAsync(others, cancellationToken);
        foreach (var product in products)
        {
            _position = _position with { After = product };
            var isMatch = matching.Contains(product);
            if (isMatch || held.Contains(product))
            {
                Add(ChangeEvent.OfRights(
                    ChangeKind.AccessGranted, product, _position, session.Viewer.Now, isMatch));
            }
        }

        if (products.Count < limit)
        {
            _position = new ChangePosition(_position.Sequence, [_present], Known: _position.Known);
        }
    }

    async ValueTask TellLogAsync(CancellationToken cancellationToken)
    {
        var changes = await ReadLogAsync(_position.Sequence, head, Batch, cancellationToken);
        var products = changes.Select(change => change.ProductId).ToHashSet();
        var visible = await matches.AmongAsync(context, ArgumentValues.None, products, cancellationToken);
        var matching = arguments.TryGet("where", out var where) && where is not null
            ? await matches.AmongAsync(context, arguments, visible, cancellationToken)
            : visible;
        foreach (var change in changes)
        {
            var held = _position.Present;
            var at = held.At > change.OccurredAt ? held.At : change.OccurredAt;
            var isKnown = change.Sequence <= _position.Known;
            _position = _position with { Sequence = change.Sequence, Held = [held with { At = at }] };
            if (Tell(change, visible.Contains(change.ProductId), matching.Contains(change.ProductId), isKnown)
                is { } told)
            {
                Add(told);
                if (IsFull)
                {
                    return;
                }
            }
        }

        if (changes.Count < Batch)
        {
            _position = _position with { Sequence = head };
        }
    }

    /// <summary>What the reader is told of a change; null: nothing.</summary>
    /// <param name="change">The change.</param>
    /// <param name="isVisible">Whether he can see the product now.</param>
    /// <param name="isMatch">Whether he can, and his condition holds for it.</param>
    /// <param name="isKnown">Whether what it took away was told with the difference of his rights.</param>
    static ChangeEvent? Tell(LoggedChange change, bool isVisible, bool isMatch, bool isKnown) => change.Kind switch
    {
        // What he can see is told with it; what he cannot see, something later in the log explains.
        ChangeKind.Published or ChangeKind.AccessGranted => isMatch ? ChangeEvent.Of(change, isVisible: true) : null,
        ChangeKind.Revised or ChangeKind.MetadataChanged when isVisible =>
            ChangeEvent.Of(change, isVisible: true, isMatch),
        // What he was given was corrected, or its recall goes on: that is addressed to him, whatever he can see.
        ChangeKind.MetadataChanged when change is { RecallId: not null, IsOwn: true } =>
            ChangeEvent.Of(change, isVisible: false),
        ChangeKind.Revised or ChangeKind.MetadataChanged => null,
        // He has it by another right, of which he is told as well.
        ChangeKind.Superseded or ChangeKind.AccessRevoked when isVisible => null,
        // The center's own staff go on seeing what became of it.
        _ when isVisible => ChangeEvent.Of(change, isVisible: true, isMatch),
        _ when isKnown && !(change.IsOwn && change.Kind == ChangeKind.Recalled) => null,
        _ => change.WasInForce ? ChangeEvent.Of(change, isVisible: false) : null,
    };

    Task<List<LoggedChange>> ReadLogAsync(long after, long through, int most, CancellationToken cancellationToken) =>
        Recent is { } recent
            ? Task.FromResult(recent.Read(after, through, rights, session.Viewer, most))
            : LoggedChange.ReadAsync(context, after, through, rights, session.Viewer, most, cancellationToken);

    void Add(ChangeEvent told) => _events.Add((told, _position));
}
