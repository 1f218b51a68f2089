using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Changes;

/// <summary>A change as it concerns the reader for whose rights it was read.</summary>
/// <param name="Sequence">Its number.</param>
/// <param name="Id">The id of its event.</param>
/// <param name="Kind">What happened.</param>
/// <param name="ProductId">To which product.</param>
/// <param name="VersionId">Which version it concerns; null: the product as a whole.</param>
/// <param name="RecallId">The notice of a recall; null: it is none.</param>
/// <param name="OccurredAt">When, UTC.</param>
/// <param name="Since">From when on an audience of the reader has, or had, the right that it is about, UTC.</param>
/// <param name="IsOwn">Whether it names the reader himself, such as one who was delivered what is recalled.</param>
sealed record LoggedChange(
    long Sequence,
    Guid Id,
    ChangeKind Kind,
    Guid ProductId,
    Guid? VersionId,
    Guid? RecallId,
    DateTime OccurredAt,
    DateTime Since,
    bool IsOwn)
{
    /// <summary>Whether the right that is gone was ever in force.</summary>
    public bool WasInForce => Since <= OccurredAt;

    /// <summary>The changes for some audiences, in order.</summary>
    /// <param name="context">A context; its row rules are set aside.</param>
    /// <param name="after">The number after which they begin.</param>
    /// <param name="through">The last number that is read.</param>
    /// <param name="rights">The rights of the reader.</param>
    /// <param name="reader">The reader's own id; the empty one: nobody is signed in.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static Task<List<LoggedChange>> ReadAsync(
        DistributionContext context,
        long after,
        long through,
        RightsState rights,
        Guid reader,
        int count,
        CancellationToken cancellationToken)
    {
        var (audiences, lacks) = (rights.AudienceIds, rights.Lacks);
        return context.Set<Change>().IgnoreQueryFilters()
            .Where(change => change.Sequence > after
                && change.Sequence <= through
                && change.Audiences.Any(a => audiences.Contains(a.AudienceId) && (a.Requires & lacks) == 0))
            .OrderBy(change => change.Sequence)
            .Take(count)
            .Select(change => new LoggedChange(
                change.Sequence,
                change.Id,
                change.Kind!.Value,
                change.ProductId!.Value,
                change.VersionId,
                change.RecallId,
                change.OccurredAt,
                change.Audiences
                    .Where(a => audiences.Contains(a.AudienceId) && (a.Requires & lacks) == 0)
                    .Min(a => a.Since),
                change.Audiences.Any(a => a.AudienceId == reader)))
            .ToListAsync(cancellationToken);
    }
}
