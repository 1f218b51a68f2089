using GraphApi.Distribution.Access;
using GraphApi.Distribution.Changes;
using GraphApi.Distribution.UseCases;

namespace GraphApi.Distribution.Publishing;

/// <summary>Who is told what of a release: by the rights before it and after it.</summary>
static class ReleaseAnnouncements
{
    /// <summary>Announces it: what went first, then what came.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="originator">The center that made the product.</param>
    /// <param name="before">The rights to the version whose place it takes; empty: there was none.</param>
    /// <param name="after">The rights to the version that is released.</param>
    public static void Announce(
        UnitOfWork work, Guid originator, IReadOnlyList<Entitlement> before, IReadOnlyList<Entitlement> after)
    {
        // Of the former version whoever could see it by the product's current rights.
        var had = before.Where(right => right.IsCurrent).ToDictionary(right => right.AudienceId);
        var has = after.ToDictionary(right => right.AudienceId);
        // Who is asked for more than before may have lost it though the audience is the same.
        var lost = had.Values.Where(right =>
            !has.TryGetValue(right.AudienceId, out var now) || (now.Requires & ~right.Requires) != 0).ToList();
        var kept = after.Where(right => had.ContainsKey(right.AudienceId)).ToList();
        var came = after.Where(right => !had.ContainsKey(right.AudienceId)).ToList();
        foreach (var (kind, rights) in new[]
        {
            (ChangeKind.Superseded, lost), (ChangeKind.Revised, kept), (ChangeKind.Published, came),
        })
        {
            if (rights.Count > 0)
            {
                work.Announce(Announcement.ToHolders(kind, originator, rights));
            }
        }
    }
}
