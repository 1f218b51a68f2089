using System.Collections.Frozen;
using GraphApi.Distribution.Access;

namespace GraphApi.Distribution.Changes;

/// <summary>
/// What some changes, and the rights to their products, are to each audience that they are for: two audiences to which
/// they are the same are alike to whoever reads. Immutable but for <see cref="IsPast"/>; thread-safe.
/// </summary>
sealed class ConcernedRights
{
    readonly FrozenDictionary<Guid, int[]> _facts;
    readonly Fact[] _all;
    volatile bool _isPast;

    ConcernedRights(DateTimeOffset readAt, FrozenDictionary<Guid, int[]> facts, Fact[] all) =>
        (ReadAt, _facts, _all) = (readAt, facts, all);

    /// <summary>When it began to be read, UTC.</summary>
    public DateTimeOffset ReadAt { get; }

    /// <summary>Whether rights were found to be others since.</summary>
    public bool IsPast { get => _isPast; set => _isPast = value; }

    /// <summary>Of changes and rights.</summary>
    /// <param name="readAt">When they began to be read, UTC.</param>
    /// <param name="changes">The changes, with whom they are for.</param>
    /// <param name="rights">All rights to their products.</param>
    public static ConcernedRights Of(
        DateTimeOffset readAt, IEnumerable<Change> changes, IEnumerable<ConcernedRight> rights)
    {
        var (numbers, of) = (new Dictionary<Fact, int>(), new Dictionary<Guid, SortedSet<int>>());
        void Add(Guid audience, Fact fact)
        {
            if (!numbers.TryGetValue(fact, out var number))
            {
                numbers.Add(fact, number = numbers.Count);
            }

            if (!of.TryGetValue(audience, out var facts))
            {
                of.Add(audience, facts = []);
            }

            facts.Add(number);
        }

        foreach (var told in changes.SelectMany(change => change.Audiences))
        {
            Add(told.AudienceId, new Fact((told.Sequence, told.Requires, told.Since, told.IsHome), default));
        }

        foreach (var right in rights)
        {
            Add(right.AudienceId, new Fact(default, right with { AudienceId = Guid.Empty }));
        }

        return new ConcernedRights(
            readAt, of.ToFrozenDictionary(audience => audience.Key, audience => audience.Value.ToArray()),
            [.. numbers.OrderBy(fact => fact.Value).Select(fact => fact.Key)]);
    }

    /// <summary>Whether it is for an audience.</summary>
    public bool Concerns(Guid audience) => _facts.ContainsKey(audience);

    /// <summary>
    /// What it all is to a viewer, by his audiences: equal numbers, in order, where it is the same. They are good for
    /// this one object only.
    /// </summary>
    public IEnumerable<int> To(Viewer viewer)
    {
        int[]? first = null;
        SortedSet<int>? all = null;
        foreach (var audience in viewer.AudienceIds)
        {
            if (!_facts.TryGetValue(audience, out var facts))
            {
                continue;
            }

            // What only drafts are for is in no feed, whatever the right.
            if (viewer.DraftAudienceIds.AsSpan().Contains(audience))
            {
                facts = [.. facts.Select(fact => fact + _all.Length)];
            }

            if (first is null)
            {
                first = facts;
            }
            else
            {
                (all ??= [.. first]).UnionWith(facts);
            }
        }

        return all ?? (IEnumerable<int>?)first ?? [];
    }

    /// <summary>Whether it is the same to a viewer as something that was read at another time.</summary>
    public bool IsSame(Viewer viewer, ConcernedRights other) =>
        FactsTo(viewer).SetEquals(other.FactsTo(viewer));

    HashSet<(Fact, bool)> FactsTo(Viewer viewer) =>
        [.. To(viewer).Select(fact => (_all[fact % _all.Length], fact >= _all.Length))];

    readonly record struct Fact(
        (long Sequence, long Requires, DateTime Since, bool IsHome) Change, ConcernedRight Right);
}
