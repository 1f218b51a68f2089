using System.Collections.Concurrent;
using System.Globalization;
using GraphApi.Data.Databases;
using GraphApi.Data.Writing;
using GraphApi.Engine.Errors;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Access;

/// <summary>
/// How many contents machine clients with a daily quota pulled today, UTC. The count is one for all nodes: it is added
/// to before an answer leaves, the requests of a moment in one go, and each addition tells a node the count of all. A
/// request is let in while that count is below the quota, so it is passed by no more than what the requests that run at
/// that moment read, and those of a node that has not added anything since. Thread-safe.
/// </summary>
sealed class ClientQuotas : IAsyncDisposable
{
    readonly Database<AccessContext> _database;
    readonly TimeProvider _time;
    readonly GroupWriter<(Guid Client, DateOnly Day, int Contents)> _writer;
    readonly ConcurrentDictionary<Guid, (DateOnly Day, long Contents)> _known = new();

    /// <summary>Counts in a database; nothing is asked before the first client with a quota comes.</summary>
    public ClientQuotas(Database<AccessContext> database, TimeProvider time)
    {
        _database = database;
        _time = time;
        _writer = new GroupWriter<(Guid Client, DateOnly Day, int Contents)>(AddAsync);
    }

    /// <summary>
    /// Throws <see cref="GraphQLException"/> with <see cref="ErrorCode.QuotaExceeded"/> where the viewer is a machine
    /// client that has pulled what it may today.
    /// </summary>
    public async ValueTask CheckAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        if (viewer is not { DailyQuota: { } quota, ServiceClientId: { } client })
        {
            return;
        }

        var day = DateOnly.FromDateTime(viewer.Now);
        if (!_known.TryGetValue(client, out var known) || known.Day != day)
        {
            known = Learn(client, day, await ReadAsync(client, day, cancellationToken));
        }

        if (known.Contents >= quota)
        {
            var seconds = (int)Math.Ceiling((viewer.Now.Date.AddDays(1) - viewer.Now).TotalSeconds);
            throw new GraphQLException(new GraphQLError(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The client has pulled the {quota} contents it may pull today. Ask again after midnight UTC."),
                ErrorCode.QuotaExceeded)
            {
                Extensions = new Dictionary<string, object?>
                {
                    ["quota"] = quota,
                    ["retryAfterSeconds"] = seconds,
                },
            });
        }
    }

    /// <summary>
    /// Returns when contents are counted that a viewer is about to be given. Throws what the database throws.
    /// </summary>
    public ValueTask CountAsync(Viewer viewer, int contents, CancellationToken cancellationToken) =>
        viewer is { DailyQuota: not null, ServiceClientId: { } client } && contents > 0
            ? _writer.WriteAsync(
                (client, DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime), contents), cancellationToken)
            : ValueTask.CompletedTask;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    /// <summary>
    /// Takes note of a count, and returns the newest known. The count of a day only grows, so that a lesser one is
    /// older, whenever it comes.
    /// </summary>
    internal (DateOnly Day, long Contents) Learn(Guid client, DateOnly day, long contents) => _known.AddOrUpdate(
        client,
        static (_, read) => read,
        static (_, known, read) => known.CompareTo(read) < 0 ? read : known,
        (day, contents));

    async ValueTask<long> ReadAsync(Guid client, DateOnly day, CancellationToken cancellationToken)
    {
        await using var context = _database.CreateContext();
        var counts = await context.Database.SqlQuery<long>(
            $"""
            SELECT contents AS "Value" FROM client_usage WHERE service_client_id = {client} AND day = {day}
            """).ToListAsync(cancellationToken);
        return counts.Sum();
    }

    /// <summary>
    /// Adds what the requests of a moment read: all or nothing, since all of them are told where it fails. Whoever
    /// waits may leave; what was read is counted all the same. Throws what the database throws.
    /// </summary>
    internal async Task AddAsync(IReadOnlyList<(Guid Client, DateOnly Day, int Contents)> added)
    {
        await using var context = _database.CreateContext();
        await using var transaction = await context.Database.BeginTransactionAsync();
        var sums = new List<(Guid Client, DateOnly Day, long Contents)>();
        // In order, so that two nodes that add for the same clients do not wait for each other.
        foreach (var sum in added.GroupBy(one => (one.Client, one.Day))
            .OrderBy(group => group.Key.Client).ThenBy(group => group.Key.Day))
        {
            var (client, day) = sum.Key;
            var contents = sum.Sum(one => (long)one.Contents);
            var counts = await context.Database.SqlQuery<long>(
                $"""
                INSERT INTO client_usage (service_client_id, day, contents) VALUES ({client}, {day}, {contents})
                ON CONFLICT (service_client_id, day)
                    DO UPDATE SET contents = client_usage.contents + excluded.contents
                RETURNING contents AS "Value"
                """).ToListAsync(CancellationToken.None);
            sums.Add((client, day, counts.Single()));
        }

        await transaction.CommitAsync();
        foreach (var (client, day, contents) in sums)
        {
            Learn(client, day, contents);
        }
    }
}
