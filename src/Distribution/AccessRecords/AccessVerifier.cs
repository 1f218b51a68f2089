using System.Data.Common;
using GraphApi.Data.Databases;
using GraphApi.Distribution.Access;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.AccessRecords;

/// <summary>
/// Checks that access records are as they were written: every chain, every link, every hash, no gap, no end cut off.
/// </summary>
sealed class AccessVerifier(Database<AccessContext> database)
{
    const int RowsAtOnce = 1_000;

    readonly AccessDigest _digest = new();

    /// <summary>
    /// Checks heads and chains in order and stops at the first that is not right. What is written meanwhile may be left
    /// out.
    /// </summary>
    /// <param name="kept">Ends that an operator kept: they must be where they were.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<AccessVerification> VerifyAsync(
        IReadOnlyList<ChainEnd> kept, CancellationToken cancellationToken)
    {
        await using var context = database.CreateContext();
        var (lastHead, problem) = await VerifyHeadsAsync(context, cancellationToken);
        // A chain that starts after the heads were read has its head after them.
        var chains = await context.Set<AccessChain>().OrderBy(chain => chain.Number).ToListAsync(cancellationToken);
        var previous = new byte[AccessDigest.Length];
        var (records, right) = (0L, 0);
        foreach (var (i, chain) in problem is null ? chains.Index() : [])
        {
            problem = chain.Number != i + 1 ? $"Chain {i + 1} is missing."
                : !chain.PreviousHash.AsSpan().SequenceEqual(previous) ? $"Chain {chain.Number} is not linked."
                : !chain.Hash.AsSpan().SequenceEqual(_digest.Of(chain)) ? $"Chain {chain.Number} was changed."
                : null;
            if (problem is null)
            {
                (var count, problem) = await VerifyAsync(context, chain, lastHead is not null, cancellationToken);
                records += count;
            }

            if (problem is not null)
            {
                break;
            }

            (previous, right) = (chain.Hash, i + 1);
        }

        problem ??= await FindStrayAsync(context, cancellationToken);
        foreach (var end in problem is null ? kept : [])
        {
            problem ??= await CompareAsync(context, end, cancellationToken);
        }

        return new AccessVerification(
            right, records, problem, problem is null ? await EndsAsync(context, lastHead, cancellationToken) : []);
    }

    async Task<(AccessHead? Last, string? Problem)> VerifyHeadsAsync(
        AccessContext context, CancellationToken cancellationToken)
    {
        AccessHead? last = null;
        while (true)
        {
            var number = last?.Number ?? 0;
            var heads = await context.Set<AccessHead>().AsNoTracking()
                .Where(head => head.Number > number)
                .OrderBy(head => head.Number)
                .Take(RowsAtOnce)
                .ToListAsync(cancellationToken);
            foreach (var head in heads)
            {
                var previous = last?.Hash ?? new byte[AccessDigest.Length];
                if (head.Number != (last?.Number ?? 0) + 1)
                {
                    return (last, $"Head {(last?.Number ?? 0) + 1} is missing.");
                }

                if (!head.PreviousHash.AsSpan().SequenceEqual(previous))
                {
                    return (last, $"Head {head.Number} is not linked.");
                }

                if (!head.Hash.AsSpan().SequenceEqual(_digest.Of(head)))
                {
                    return (last, $"Head {head.Number} was changed.");
                }

                last = head;
            }

            if (heads.Count < RowsAtOnce)
            {
                return (last, null);
            }
        }
    }

    /// <summary>Checks the records of a chain, and that they are what its heads say.</summary>
    async Task<(long Count, string? Problem)> VerifyAsync(
        AccessContext context, AccessChain chain, bool hasHeads, CancellationToken cancellationToken)
    {
        var heads = new Queue<(long Sequence, byte[] Hash)>(
            (await context.Set<AccessHead>().Where(head => head.ChainId == chain.Id)
                .OrderBy(head => head.Sequence)
                .Select(head => new { head.Sequence, head.EndHash })
                .ToListAsync(cancellationToken)).Select(head => (head.Sequence, head.EndHash)));
        // Chains of before there were heads were given one when the first chain with heads started.
        if (hasHeads && heads.Count == 0)
        {
            return (0, $"Chain {chain.Number} has no head.");
        }

        var isHeaded = heads.TryPeek(out var start) && start.Sequence == 0;
        var (previous, sequence) = (chain.Hash, 0L);
        while (true)
        {
            if (heads.TryPeek(out var head) && head.Sequence == sequence)
            {
                heads.Dequeue();
                if (!head.Hash.AsSpan().SequenceEqual(previous))
                {
                    return (sequence, $"Chain {chain.Number} has another end at {sequence} than its head there.");
                }
            }

            var (records, problem) = await ReadAsync(context, chain, sequence, cancellationToken);
            foreach (var record in records)
            {
                problem = record.Sequence != sequence + 1 ? $"Record {sequence + 1} of chain {chain.Number} is missing."
                    : !record.PreviousHash.AsSpan().SequenceEqual(previous) ? Describe(chain, record, "is not linked")
                    : !record.Hash.AsSpan().SequenceEqual(_digest.Of(record)) ? Describe(chain, record, "was changed")
                    : Compare(chain, record, heads, isHeaded);
                if (problem is not null)
                {
                    return (sequence, problem);
                }

                (previous, sequence) = (record.Hash, record.Sequence);
            }

            if (problem is not null || records.Count == 0)
            {
                return (sequence, problem ?? (heads.TryPeek(out var rest)
                    ? $"Chain {chain.Number} ends at {sequence}, but had come to {rest.Sequence}: its end was cut off."
                    : null));
            }
        }
    }

    /// <summary>What the heads of its chain say to a record; takes the head of this place.</summary>
    static string? Compare(
        AccessChain chain, AccessRecord record, Queue<(long Sequence, byte[] Hash)> heads, bool isHeaded)
    {
        if (heads.TryPeek(out var head) && head.Sequence == record.Sequence)
        {
            heads.Dequeue();
            return head.Hash.AsSpan().SequenceEqual(record.Hash)
                ? null
                : Describe(chain, record, "is not the one its head was written of");
        }

        return isHeaded && record.Sequence % ChainHeads.Interval == 0
            ? $"The head of chain {chain.Number} at {record.Sequence} is missing."
            : null;
    }

    static async Task<string?> FindStrayAsync(AccessContext context, CancellationToken cancellationToken)
    {
        var stray = await context.Set<AccessRecord>()
            .CountAsync(
                record => !context.Set<AccessChain>().Any(chain => chain.Id == record.ChainId), cancellationToken);
        return stray == 0 ? null : $"{stray} records are in no chain.";
    }

    /// <summary>What is wrong with an end that was kept somewhere else; null: it is where it was.</summary>
    static async Task<string?> CompareAsync(
        AccessContext context, ChainEnd kept, CancellationToken cancellationToken)
    {
        var hash = kept switch
        {
            { Chain: null, Sequence: 0 } => new byte[AccessDigest.Length],
            { Chain: null } => await context.Set<AccessHead>().Where(head => head.Number == kept.Sequence)
                .Select(head => head.Hash).FirstOrDefaultAsync(cancellationToken),
            { Sequence: 0 } => await context.Set<AccessChain>().Where(chain => chain.Number == kept.Chain)
                .Select(chain => chain.Hash).FirstOrDefaultAsync(cancellationToken),
            _ => await context.Set<AccessRecord>()
                .Where(record => record.Chain.Number == kept.Chain && record.Sequence == kept.Sequence)
                .Select(record => record.Hash).FirstOrDefaultAsync(cancellationToken),
        };
        return hash is null ? $"What was kept as {kept} is missing."
            : Convert.ToHexStringLower(hash) != kept.Hash ? $"What was kept as {kept} is another now."
            : null;
    }

    static async Task<IReadOnlyList<ChainEnd>> EndsAsync(
        AccessContext context, AccessHead? lastHead, CancellationToken cancellationToken)
    {
        var behind = await ChainHeads.ChainsBehind(context).ToListAsync(cancellationToken);
        return
        [
            new ChainEnd(
                null, lastHead?.Number ?? 0, Convert.ToHexStringLower(lastHead?.Hash ?? new byte[AccessDigest.Length])),
            .. behind.Select(chain => new ChainEnd(
                chain.Number, chain.End ?? 0, Convert.ToHexStringLower(chain.EndHash ?? chain.Hash))),
        ];
    }

    // A column may hold what no record has: such a page is read again one by one, to tell which record it is.
    static async Task<(List<AccessRecord> Records, string? Problem)> ReadAsync(
        AccessContext context, AccessChain chain, long sequence, CancellationToken cancellationToken)
    {
        for (var size = RowsAtOnce; ; size = 1)
        {
            try
            {
                return (
                    await context.Set<AccessRecord>()
                        .Where(record => record.ChainId == chain.Id && record.Sequence > sequence)
                        .OrderBy(record => record.Sequence)
                        .Take(size)
                        .ToListAsync(cancellationToken),
                    null);
            }
            catch (Exception unreadable) when (IsUnreadable(unreadable))
            {
                if (size == 1)
                {
                    return ([], $"Record {sequence + 1} of chain {chain.Number} was changed: it cannot be read.");
                }
            }
        }
    }

    static bool IsUnreadable(Exception exception) =>
        exception is ArgumentException or FormatException or InvalidCastException or OverflowException
        || (exception is InvalidOperationException and { InnerException: not DbException });

    static string Describe(AccessChain chain, AccessRecord record, string problem) =>
        $"Record {record.Sequence} of chain {chain.Number} {problem} ({record.Id}).";
}
