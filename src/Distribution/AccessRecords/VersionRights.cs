using System.Collections.Concurrent;
using GraphApi.Data.Databases;
using GraphApi.Distribution.Access;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.AccessRecords;

/// <summary>
/// The rights to versions that are being read, kept for 30 seconds: which of them let a reader in is part of the
/// record, and what is public needs none. Thread-safe.
/// </summary>
sealed class VersionRights(Database<AccessContext> database, TimeProvider time)
{
    const int MostKept = 20_000;
    static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    readonly ConcurrentDictionary<Guid, (AccessRight[] Rights, long Until)> _known = new();

    /// <summary>
    /// Whether a version is known to be released to the public and in force. False says nothing: it may not be known.
    /// </summary>
    public bool IsKnownPublic(Guid versionId, Viewer viewer)
    {
        foreach (var right in Find(versionId) ?? [])
        {
            if (right.Kind == EntitlementKind.Public && right.CountsFor(viewer))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The right that lets a viewer have a version; null: there is none. The public's comes first, then the widest.
    /// </summary>
    /// <param name="rights">The rights to the version.</param>
    /// <param name="viewer">The viewer.</param>
    /// <param name="isBackground">
    /// Whether it is about what stands behind the version: the public's right, which does not reach
    /// it, comes last then.
    /// </param>
    public static AccessRight? Explain(AccessRight[] rights, Viewer viewer, bool isBackground)
    {
        AccessRight? best = null;
        foreach (var right in rights)
        {
            if (right.CountsFor(viewer)
                && (best is null || Rank(right, isBackground) < Rank(best.Value, isBackground)))
            {
                best = right;
            }
        }

        return best;
    }

    static int Rank(AccessRight right, bool isBackground) =>
        isBackground && right.Basis is AccessBasis.Public ? int.MaxValue : (int)right.Basis;

    /// <summary>The center that made a version: its staff's right is always there. Null: none is.</summary>
    public static Guid? OriginatorIn(AccessRight[]? rights)
    {
        foreach (var right in rights ?? [])
        {
            if (right.Kind == EntitlementKind.Home)
            {
                return right.AudienceId;
            }
        }

        return null;
    }

    /// <summary>The rights to a version, where they are known; null: they are not.</summary>
    public AccessRight[]? Find(Guid versionId) =>
        _known.TryGetValue(versionId, out var known) && time.GetTimestamp() < known.Until ? known.Rights : null;

    /// <summary>
    /// Reads the rights to versions anew, in one statement. A version without rights has an empty list.
    /// </summary>
    public async Task ReadAsync(IReadOnlyCollection<Guid> versionIds, CancellationToken cancellationToken)
    {
        if (versionIds.Count == 0)
        {
            return;
        }

        await using var context = database.CreateContext();
        var rights = await context.Set<Entitlement>()
            .Where(right => versionIds.Contains(right.VersionId))
            .OrderBy(right => right.AudienceId)
            .Select(right => new
            {
                right.VersionId,
                Right = new AccessRight(
                    right.AudienceId,
                    right.Kind,
                    right.EffectiveAt,
                    right.ExpiresAt,
                    right.Requires,
                    right.IsCurrent),
            })
            .ToListAsync(cancellationToken);
        if (_known.Count + versionIds.Count > MostKept)
        {
            _known.Clear();
        }

        var until = time.GetTimestamp() + (long)(Kept.TotalSeconds * time.TimestampFrequency);
        var byVersion = rights.ToLookup(row => row.VersionId, row => row.Right);
        foreach (var versionId in versionIds)
        {
            _known[versionId] = ([.. byVersion[versionId]], until);
        }
    }
}
