using GraphApi.Data.ChangeLog;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;

namespace GraphApi.Distribution.Changes;

/// <summary>The field <c>changes</c>.</summary>
static class ChangesQuery
{
    /// <summary>What its cursors are good for: also those of snapshots and of feeds that are pushed.</summary>
    public const string Family = "changes";

    /// <summary>How many events a page may have.</summary>
    public const int MaxEvents = 200;

    const int MaxWaitSeconds = 30;

    /// <summary>
    /// The page. While it waits it holds no connection, and when it looks again it does so with the rights of that
    /// moment.
    /// </summary>
    public static async ValueTask<ChangePage?> LoadAsync(
        DistributionSession session,
        RowMatches matches,
        ArgumentValues arguments,
        CancellationToken cancellationToken)
    {
        var (log, first) = (session.Log, ReadCount(arguments, MaxEvents));
        var wait = ReadWait(arguments, log);
        var scope = ChangeLog.ScopeOf(Family, session, arguments);
        var reader = new ChangeReader(session, log, matches, arguments);
        if (arguments.Get<string>("after") is not { } cursor)
        {
            return new ChangePage([], log.Seal(await reader.BeginAsync(cancellationToken), scope), HasMore: false);
        }

        var began = log.Time.GetTimestamp();
        var position = log.Open(cursor, scope);
        while (true)
        {
            var told = await reader.ReadAsync(position, first, cancellationToken);
            position = told.End;
            var left = wait - log.Time.GetElapsedTime(began);
            if (told.Events.Count > 0 || told.HasMore || left <= TimeSpan.Zero)
            {
                return new ChangePage(
                    [.. told.Events.Select(e => e.Event with { Cursor = log.Seal(e.After, scope) })],
                    log.Seal(told.End, scope),
                    told.HasMore);
            }

            await session.RestAsync();
            await log.Tail.WaitAsync(position.Sequence, left, cancellationToken);
            await session.RenewAsync(cancellationToken);
        }
    }

    /// <summary>
    /// The argument <c>first</c>. Throws <see cref="GraphQLException"/> where it is below 1 or too large.
    /// </summary>
    public static int ReadCount(ArgumentValues arguments, int most)
    {
        var first = arguments.Get<int>("first");
        return first < 1
            ? throw new GraphQLException(new GraphQLError("`first` must be at least 1.", ErrorCode.PageSizeNegative))
            : first <= most
                ? first
                : throw new GraphQLException(
                    new GraphQLError("The maximum allowed items per page were exceeded.", ErrorCode.PageTooLarge)
                    {
                        Extensions = new Dictionary<string, object?>
                        {
                            ["requestedItems"] = first,
                            ["maxAllowedItems"] = most,
                        },
                    });
    }

    static TimeSpan ReadWait(ArgumentValues arguments, ChangeLog log)
    {
        var seconds = arguments.Get<int>("waitSeconds");
        if (seconds is < 0 or > MaxWaitSeconds)
        {
            throw new GraphQLException(new GraphQLError(
                $"`waitSeconds` must be from 0 to {MaxWaitSeconds}.", ErrorCode.WaitInvalid));
        }

        var wait = TimeSpan.FromSeconds(seconds);
        return wait < log.LongestWait ? wait : log.LongestWait;
    }
}
