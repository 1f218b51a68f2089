using GraphApi.Data.Loading;
using GraphApi.Distribution.Access;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.AccessRecords;

/// <summary>
/// The end of this node's chain, to which the next records are linked. Mutable; used by one thread at a time.
/// </summary>
sealed class NodeChain(TimeProvider time)
{
    /// <summary>"chains" in ASCII: nobody else's number.</summary>
    const long AdvisoryLock = 0x6368_6169_6e73;

    readonly AccessDigest _digest = new();
    readonly Guid _id = Guid.CreateVersion7(time.GetUtcNow());
    byte[]? _end;
    long _length;
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
    /// Says that it is not known whether what was appended last is in the database: it is looked up before the next.
    /// </summary>
    public void Doubt() => _isInDoubt = true;

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
    }

    async Task StartAsync(AccessContext context, CancellationToken cancellationToken)
    {
        // Nodes that start together must not take one number. SQLite's transaction holds the only lock there is.
        if (context.Database.IsNpgsql())
        {
            await context.Database.ExecuteSqlAsync(
                $"SELECT pg_advisory_xact_lock({AdvisoryLock})", cancellationToken);
        }

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
        (_end, _length) = (chain.Hash, 0);
    }
}
