using System.Data.Common;
using GraphApi.Data.Databases;
using GraphApi.Distribution.Access;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.AccessRecords;

/// <summary>Checks that access records are as they were written: every chain, every link, every hash, no gap.</summary>
sealed class AccessVerifier(Database<AccessContext> database)
{
    const int RecordsAtOnce = 1_000;

    /// <summary>
    /// Checks all chains in order and stops at the first record that is not right. What is written meanwhile may be
    /// left out.
    /// </summary>
    public async Task<AccessVerification> VerifyAsync(CancellationToken cancellationToken)
    {
        await using var context = database.CreateContext();
        var digest = new AccessDigest();
        var chains = await context.Set<AccessChain>().OrderBy(chain => chain.Number).ToListAsync(cancellationToken);
        var previous = new byte[AccessDigest.Length];
        var records = 0L;
        foreach (var (i, chain) in chains.Index())
        {
            var problem = chain.Number != i + 1 ? $"Chain {i + 1} is missing."
                : !chain.PreviousHash.AsSpan().SequenceEqual(previous) ? $"Chain {chain.Number} is not linked."
                : !chain.Hash.AsSpan().SequenceEqual(digest.Of(chain)) ? $"Chain {chain.Number} was changed."
                : null;
            if (problem is null)
            {
                (var count, problem) = await VerifyAsync(context, digest, chain, cancellationToken);
                records += count;
            }

            if (problem is not null)
            {
                return new AccessVerification(i, records, problem);
            }

            previous = chain.Hash;
        }

        var stray = await context.Set<AccessRecord>()
            .CountAsync(
                record => !context.Set<AccessChain>().Any(chain => chain.Id == record.ChainId), cancellationToken);
        return new AccessVerification(
            chains.Count, records, stray == 0 ? null : $"{stray} records are in no chain.");
    }

    static async Task<(long Count, string? Problem)> VerifyAsync(
        AccessContext context, AccessDigest digest, AccessChain chain, CancellationToken cancellationToken)
    {
        var (previous, sequence) = (chain.Hash, 0L);
        while (true)
        {
            var (records, problem) = await ReadAsync(context, chain, sequence, cancellationToken);
            foreach (var record in records)
            {
                problem = record.Sequence != sequence + 1 ? $"Record {sequence + 1} of chain {chain.Number} is missing."
                    : !record.PreviousHash.AsSpan().SequenceEqual(previous) ? Describe(chain, record, "is not linked")
                    : !record.Hash.AsSpan().SequenceEqual(digest.Of(record)) ? Describe(chain, record, "was changed")
                    : null;
                if (problem is not null)
                {
                    return (sequence, problem);
                }

                (previous, sequence) = (record.Hash, record.Sequence);
            }

            if (problem is not null || records.Count == 0)
            {
                return (sequence, problem);
            }
        }
    }

    // A column may hold what no record has: such a page is read again one by one, to tell which record it is.
    static async Task<(List<AccessRecord> Records, string? Problem)> ReadAsync(
        AccessContext context, AccessChain chain, long sequence, CancellationToken cancellationToken)
    {
        for (var size = RecordsAtOnce; ; size = 1)
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
