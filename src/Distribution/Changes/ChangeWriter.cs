using GraphApi.Data.ChangeLog;
using GraphApi.Data.Loading;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Changes;

/// <summary>Writes what was announced into the change log, in the transaction of the change.</summary>
static class ChangeWriter
{
    /// <summary>What PostgreSQL tells the nodes on: that the log moved, not how.</summary>
    public const string Channel = "graphapi_changes";

    /// <summary>
    /// Numbers and writes the announcements, in order. It is the last thing before the transaction commits: everybody
    /// else who announces something waits until then. Does nothing where there is nothing to tell.
    /// </summary>
    /// <param name="context">The context inside the transaction; with row rules or without.</param>
    /// <param name="announcements">What is told. One without an audience is told nobody, and not written.</param>
    /// <param name="changesRights">
    /// Whether rights of principals changed: a row for no audience wakes readers and has all nodes look again who
    /// viewers are.
    /// </param>
    /// <param name="now">The present moment, UTC.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Whether something was written.</returns>
    public static async ValueTask<bool> WriteAsync(
        DbContext context,
        IReadOnlyList<Announcement> announcements,
        bool changesRights,
        DateTime now,
        CancellationToken cancellationToken)
    {
        var told = announcements.Where(announcement => announcement.Audiences.Count > 0).ToList();
        var count = told.Count + (changesRights ? 1 : 0);
        if (count == 0)
        {
            return false;
        }

        var numbers = await ChangeNumbers.TakeAsync(context, count, now, cancellationToken);
        var changes = new List<object>(count);
        var audiences = new List<object>();
        if (changesRights)
        {
            // First, so that who reads on knows the rights that what follows is to be judged by.
            changes.Add(new Change { Sequence = numbers.First, Id = NewId(numbers), OccurredAt = numbers.At });
        }

        foreach (var announcement in told)
        {
            var sequence = numbers.First + changes.Count;
            changes.Add(new Change
            {
                Sequence = sequence,
                Id = NewId(numbers),
                Kind = announcement.Kind,
                ProductId = announcement.ProductId,
                VersionId = announcement.VersionId,
                OriginatorId = announcement.OriginatorId,
                RecallId = announcement.RecallId,
                OccurredAt = numbers.At,
            });
            audiences.AddRange(announcement.Audiences
                .GroupBy(audience => (audience.AudienceId, audience.Requires))
                .Select(same => new ChangeAudience
                {
                    Sequence = sequence,
                    AudienceId = same.Key.AudienceId,
                    Requires = same.Key.Requires,
                    Since = same.Min(audience => audience.Since),
                    IsHome = same.Any(audience => audience.IsHome),
                }));
        }

        var writer = BulkWriter.For(context);
        await writer.WriteAsync(context.Model.FindEntityType(typeof(Change))!, changes, cancellationToken);
        await writer.WriteAsync(context.Model.FindEntityType(typeof(ChangeAudience))!, audiences, cancellationToken);
        if (context.Database.IsNpgsql())
        {
            await context.Database.ExecuteSqlRawAsync($"NOTIFY {Channel}", cancellationToken);
        }

        return true;
    }

    static Guid NewId(ChangeNumbers numbers) => Guid.CreateVersion7(new DateTimeOffset(numbers.At));
}
