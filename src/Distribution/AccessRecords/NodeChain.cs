using GraphApi.Data.Loading;
using GraphApi.Distribution.Access;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.AccessRecords;

/// <summary>
/// The end of this node's chain, to which the next records are linked. Mutable; used by one thread at a time.
/// </summary>
sealed class NodeChain(TimeProvider time)
{
    /// <summary>For how long at most records are written without a head.</summary>
    static readonly TimeSpan MostTime = TimeSpan.FromMinutes(5);

    readonly AccessDigest _digest = new();
    readonly ChainHeads _heads = new(time);
    readonly Guid _id = Guid.CreateVersion7(time.GetUtcNow());
    byte[]? _end;
    long _length;
    long _headed;
    long _headedAt;
    bool _isInDoubt;

    /// <summary>
    /// Within the open transaction, makes sure that the chain is in the database and that its end is known.
    /// </summary>
    public async Task OpenAsync(AccessContext context, CancellationToken cancellationToken)
    {
        if (_isInDoubt)
        {
            await FindEndAsync(context, cancellationToken);
            _isInDoubt = false;
        }

        if (_end is null)
        {
            await StartAsync(context, cancellationToken);
        }
    }

    /// <summary>The place of the next record.</summary>
    public (Guid ChainId, long Sequence, byte[] PreviousHash) Next => (_id, _length + 1, _end!);

    /// <summary>Links a record that was given the place of <see cref="Next"/>.</summary>
    public void Append(AccessRecord record)
    {
        record.Hash = _digest.Of(record);
        _end = record.Hash;
        _length = record.Sequence;
    }

    /// <summary>
    /// Within the open transaction, writes the heads that are due after some records: at each of so many, and at the
    /// last where the newest head is minutes old.
    /// </summary>
    public async Task WriteHeadsAsync(
        AccessContext context, IReadOnlyList<AccessRecord> records, CancellationToken cancellationToken)
    {
        var isLate = time.GetElapsedTime(_headedAt) >= MostTime;
        var ends = records
            .Where((record, i) =>
                record.Sequence % ChainHeads.Interval == 0 || (isLate && i == records.Count - 1))
            .Select(record => (record.ChainId, record.Sequence, record.Hash))
            .ToList();
        if (ends.Count > 0)
        {
            await _heads.WriteAsync(
                context,
                await WithoutHeadAsync(context, ends, cancellationToken),
                AccessHeadCause.Interval,
                cancellationToken);
            (_headed, _headedAt) = (ends[^1].Sequence, time.GetTimestamp());
        }
    }

    /// <summary>Whether there are records after the newest head.</summary>
    public bool IsAhead => !_isInDoubt && _length > _headed;

    /// <summary>Within the open transaction, writes a head for the end of the chain, which ends here.</summary>
    public async Task EndAsync(AccessContext context, CancellationToken cancellationToken) =>
        await _heads.WriteAsync(
            context,
            await WithoutHeadAsync(context, [(_id, _length, _end!)], cancellationToken),
            AccessHeadCause.End,
            cancellationToken);

    /// <summary>
    /// Says that it is not known whether what was appended last is in the database: it is looked up before the next.
    /// </summary>
    public void Doubt() => _isInDoubt = true;

    // A sweep of another node may have come first.
    static async Task<List<(Guid ChainId, long Sequence, byte[] EndHash)>> WithoutHeadAsync(
        AccessContext context,
        List<(Guid ChainId, long Sequence, byte[] EndHash)> ends,
        CancellationToken cancellationToken)
    {
        await ChainHeads.LockAsync(context, cancellationToken);
        var (chainId, first) = (ends[0].ChainId, ends[0].Sequence);
        var known = await context.Set<AccessHead>()
            .Where(head => head.ChainId == chainId && head.Sequence >= first)
            .Select(head => head.Sequence)
            .ToListAsync(cancellationToken);
        return [.. ends.Where(end => !known.Contains(end.Sequence))];
    }

    async Task FindEndAsync(AccessContext context, CancellationToken cancellationToken)
    {
        var last = await context.Set<AccessRecord>()
            .Where(record => record.ChainId == _id)
            .OrderByDescending(record => record.Sequence)
            .Select(record => new { record.Sequence, record.Hash })
            .FirstOrDefaultAsync(cancellationToken);
        _length = last?.Sequence ?? 0;
        _end = last?.Hash ?? await context.Set<AccessChain>()
            .Where(chain => chain.Id == _id)
            .Select(chain => chain.Hash)
            .FirstOrDefaultAsync(cancellationToken);
        (_headed, _headedAt) = (0, time.GetTimestamp());
    }

    async Task StartAsync(AccessContext context, CancellationToken cancellationToken)
    {
        // Nodes that start together must not take one number.
        await ChainHeads.LockAsync(context, cancellationToken);
        await _heads.SweepAsync(context, cancellationToken);
        var last = await context.Set<AccessChain>()
            .OrderByDescending(chain => chain.Number)
            .Select(chain => new { chain.Number, chain.Hash })
            .FirstOrDefaultAsync(cancellationToken);
        var chain = new AccessChain
        {
            Id = _id,
            Number = (last?.Number ?? 0) + 1,
            Host = Environment.MachineName,
            StartedAt = AccessRecord.Moment(time.GetUtcNow().UtcDateTime),
            PreviousHash = last?.Hash ?? new byte[AccessDigest.Length],
        };
        chain.Hash = _digest.Of(chain);
        await BulkWriter.For(context).WriteAsync(
            context.Model.FindEntityType(typeof(AccessChain))!, [chain], cancellationToken);
        await _heads.WriteAsync(context, [(_id, 0, chain.Hash)], AccessHeadCause.Start, cancellationToken);
        (_end, _length, _headed, _headedAt) = (chain.Hash, 0, 0, time.GetTimestamp());
    }
}
