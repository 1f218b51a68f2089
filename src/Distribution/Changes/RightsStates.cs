using System.Collections.Concurrent;
using GraphApi.Data.Databases;
using GraphApi.Distribution.Access;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Changes;

/// <summary>
/// Keeps what rights were when cursors were given, once for all readers who have the same. Thread-safe.
/// </summary>
/// <param name="database">The database, without row rules.</param>
sealed class RightsStates(Database<AccessContext> database)
{
    const int MostKnown = 10_000;

    // By hash in hexadecimal: the day on which it is known to have been written.
    readonly ConcurrentDictionary<string, DateOnly> _written = new();

    /// <summary>Keeps rights, before a cursor with them is given away.</summary>
    public async ValueTask KeepAsync(RightsState state, CancellationToken cancellationToken)
    {
        var key = Convert.ToHexString(state.Hash);
        if (_written.TryGetValue(key, out var day) && day >= state.UsedOn)
        {
            return;
        }

        await using var context = database.CreateContext();
        var known = context.Set<RightsState>().Where(row => row.Hash == state.Hash);
        var updated = await known.ExecuteUpdateAsync(
            row => row.SetProperty(r => r.UsedOn, r => r.UsedOn < state.UsedOn ? state.UsedOn : r.UsedOn),
            cancellationToken);
        if (updated == 0)
        {
            context.Add(state);
            try
            {
                await context.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException)
            {
                // Another reader with the same rights may have been faster.
                if (!await known.AnyAsync(cancellationToken))
                {
                    throw;
                }
            }
        }

        if (_written.Count >= MostKnown)
        {
            _written.Clear();
        }

        _written[key] = state.UsedOn;
    }

    /// <summary>Rights by their hash; null: they are kept no more.</summary>
    public static Task<RightsState?> FindAsync(
        DistributionContext context, ReadOnlyMemory<byte> hash, CancellationToken cancellationToken)
    {
        var key = hash.ToArray();
        return context.Set<RightsState>().IgnoreQueryFilters()
            .FirstOrDefaultAsync(state => state.Hash == key, cancellationToken);
    }
}
