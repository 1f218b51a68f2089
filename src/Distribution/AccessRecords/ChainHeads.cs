using GraphApi.Data.Loading;
using GraphApi.Distribution.Access;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.AccessRecords;

/// <summary>
/// Writes heads of chains, each linked to the one before, whichever node wrote it. All of it happens within the open
/// transaction of the caller.
/// </summary>
/// <param name="time">The clock.</param>
sealed class ChainHeads(TimeProvider time)
{
    /// <summary>A chain that starts with a head has one at each multiple of this.</summary>
    public const int Interval = 256;

    /// <summary>"chains" in ASCII: nobody else's number.</summary>
    const long AdvisoryLock = 0x6368_6169_6e73;

    readonly AccessDigest _digest = new();

    /// <summary>
    /// Lets nobody else start a chain or write a head before the transaction ends. SQLite's transaction holds the only
    /// lock there is.
    /// </summary>
    public static async Task LockAsync(AccessContext context, CancellationToken cancellationToken)
    {
        if (context.Database.IsNpgsql())
        {
            await context.Database.ExecuteSqlAsync(
                $"SELECT pg_advisory_xact_lock({AdvisoryLock})", cancellationToken);
        }
    }

    /// <summary>Writes a head for each of these places of chains, in order.</summary>
    public async Task WriteAsync(
        AccessContext context,
        IReadOnlyCollection<(Guid ChainId, long Sequence, byte[] EndHash)> ends,
        AccessHeadCause cause,
        CancellationToken cancellationToken)
    {
        if (ends.Count == 0)
        {
            return;
        }

        await LockAsync(context, cancellationToken);
        var last = await context.Set<AccessHead>()
            .OrderByDescending(head => head.Number)
            .Select(head => new { head.Number, head.Hash })
            .FirstOrDefaultAsync(cancellationToken);
        var (number, previous) = (last?.Number ?? 0, last?.Hash ?? new byte[AccessDigest.Length]);
        var heads = new List<AccessHead>(ends.Count);
        foreach (var (chainId, sequence, endHash) in ends)
        {
            var head = new AccessHead
            {
                Number = ++number,
                ChainId = chainId,
                Sequence = sequence,
                EndHash = endHash,
                Cause = cause,
                At = AccessRecord.Moment(time.GetUtcNow().UtcDateTime),
                PreviousHash = previous,
            };
            head.Hash = previous = _digest.Of(head);
            heads.Add(head);
        }

        await BulkWriter.For(context).WriteAsync(
            context.Model.FindEntityType(typeof(AccessHead))!, heads, cancellationToken);
    }

    /// <summary>Writes a head for each chain that has none at its end: its node was killed, or is busy.</summary>
    public async Task SweepAsync(AccessContext context, CancellationToken cancellationToken)
    {
        await LockAsync(context, cancellationToken);
        var behind = await ChainsBehind(context).ToListAsync(cancellationToken);
        await WriteAsync(
            context,
            [.. behind.Select(chain => (chain.Id, chain.End ?? 0, chain.EndHash ?? chain.Hash))],
            AccessHeadCause.Sweep,
            cancellationToken);
    }

    /// <summary>The chains that have no head at their end, in order.</summary>
    public static IQueryable<ChainBehind> ChainsBehind(AccessContext context) =>
        from chain in context.Set<AccessChain>()
        let head = context.Set<AccessHead>().Where(h => h.ChainId == chain.Id).Max(h => (long?)h.Sequence)
        let end = context.Set<AccessRecord>().Where(r => r.ChainId == chain.Id).Max(r => (long?)r.Sequence)
        where head == null || end > head
        orderby chain.Number
        select new ChainBehind(
            chain.Id,
            chain.Number,
            chain.Hash,
            end,
            context.Set<AccessRecord>().Where(r => r.ChainId == chain.Id && r.Sequence == end)
                .Select(r => r.Hash).FirstOrDefault());
}
