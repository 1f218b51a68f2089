using GraphApi.Distribution.Access;
using GraphApi.Distribution.Recalls;
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
/// <param name="IsOwn">
/// Whether it names the reader himself, or the organization he belongs to, such as one who was delivered what is
/// recalled.
/// </param>
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
    /// <param name="reader">Who he is: what is recalled from him is told him whatever rights he has.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static Task<List<LoggedChange>> ReadAsync(
        DistributionContext context,
        long after,
        long through,
        RightsState rights,
        Viewer reader,
        int count,
        CancellationToken cancellationToken)
    {
        var (audiences, lacks) = (rights.AudienceIds, rights.Lacks);
        Guid[] named = [.. audiences, .. reader.RecallIds];
        // As one of the people of an organization he is told by its right, as long as he has it.
        var own = reader.RecallEmployerId is { } employer && audiences.Contains(employer)
            ? reader.RecallIds.Append(employer).ToArray()
            : reader.RecallIds;
        return context.Set<Change>().IgnoreQueryFilters()
            .Where(change => change.Sequence > after
                && change.Sequence <= through
                && change.Audiences.Any(a =>
                    named.Contains(a.AudienceId)
                    && (a.Requires & lacks) == 0
                    && (change.RecallId != null || audiences.Contains(a.AudienceId))))
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
                    .Where(a => named.Contains(a.AudienceId) && (a.Requires & lacks) == 0)
                    .Min(a => a.Since),
                change.Audiences.Any(a => own.Contains(a.AudienceId) && (a.Requires & lacks) == 0)))
            .ToListAsync(cancellationToken);
    }

    /// <summary>
    /// A change that is at hand, as <see cref="ReadAsync"/> reads it; null: it is not for these rights.
    /// </summary>
    /// <param name="change">The change.</param>
    /// <param name="audiences">Whom it is for, by audience.</param>
    /// <param name="rights">The rights of the reader.</param>
    /// <param name="reader">Who he is.</param>
    public static LoggedChange? Of(
        Change change, ILookup<Guid, ChangeAudience> audiences, RightsState rights, Viewer reader)
    {
        ChangeAudience[] Met(IEnumerable<Guid> ids) =>
            [.. ids.Distinct().SelectMany(id => audiences[id]).Where(a => (a.Requires & rights.Lacks) == 0)];
        var (held, own) = (Met(rights.AudienceIds), Met(reader.RecallIds));
        if (held.Length == 0 && (own.Length == 0 || change.RecallId is null))
        {
            return null;
        }

        var isOwn = own.Length > 0
            || (reader.RecallEmployerId is { } employer && held.Any(a => a.AudienceId == employer));
        return new LoggedChange(
            change.Sequence,
            change.Id,
            change.Kind!.Value,
            change.ProductId!.Value,
            change.VersionId,
            change.RecallId,
            change.OccurredAt,
            held.Concat(own).Min(a => a.Since),
            isOwn);
    }

    /// <summary>
    /// Those of some changes that are recalls of which the reader may read the notice: he is told of them as such
    /// though he has lost the right by which they were told.
    /// </summary>
    /// <param name="context">A context with the reader's row rules.</param>
    /// <param name="sequences">The changes.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<List<LoggedChange>> ReadRecallsAsync(
        DistributionContext context, IReadOnlyCollection<long> sequences, CancellationToken cancellationToken)
    {
        var recalls = await context.Set<Change>().IgnoreQueryFilters()
            .Where(change => sequences.Contains(change.Sequence) && change.RecallId != null)
            .Select(change => new LoggedChange(
                change.Sequence,
                change.Id,
                change.Kind!.Value,
                change.ProductId!.Value,
                change.VersionId,
                change.RecallId,
                change.OccurredAt,
                change.OccurredAt,
                false))
            .ToListAsync(cancellationToken);
        var notices = recalls.Select(change => change.RecallId!.Value).Distinct().ToList();
        var readable = notices.Count == 0
            ? []
            : await context.Set<RecallNotice>().Where(notice => notices.Contains(notice.Id))
                .Select(notice => notice.Id).ToListAsync(cancellationToken);
        return recalls.FindAll(change => readable.Contains(change.RecallId!.Value));
    }
}
