using GraphApi.Distribution.Access;
using GraphApi.Distribution.Changes;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Changes;

/// <summary>What a node keeps of the log's end, which must be what the database would say.</summary>
public abstract class RecentChangesTests(DistributionHost host)
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_kept_is_for_a_reader_what_the_database_says_it_is()
    {
        var random = new Random(7);
        Guid[] ids = [.. Enumerable.Range(0, 6).Select(_ => Guid.NewGuid())];
        var begin = await HeadAsync();
        await using (var context = host.Module.AccessDatabase.CreateContext())
        await using (var transaction = await context.Database.BeginTransactionAsync(Cancellation))
        {
            var now = host.Clock.GetUtcNow().UtcDateTime;
            var announcements = Enumerable.Range(0, 60).Select(i => new Announcement(
                (Distribution.Changes.ChangeKind)random.Next(8),
                Guid.NewGuid(),
                null,
                Guid.NewGuid(),
                [
                    .. ids.OrderBy(_ => random.Next()).Take(random.Next(1, 4)).Select(id => new AnnouncementAudience(
                        id, random.Next(4), now.AddDays(random.Next(-2, 2)), random.Next(2) == 0)),
                ],
                random.Next(3) == 0 ? Guid.NewGuid() : null))
                .ToList();
            await ChangeWriter.WriteAsync(context, announcements, changesRights: true, now, Cancellation);
            await transaction.CommitAsync(Cancellation);
        }

        await using var reading = host.Module.AccessDatabase.CreateContext();
        var news = await reading.Set<Change>().AsNoTracking()
            .Where(change => change.Sequence > begin)
            .Include(change => change.Audiences)
            .OrderBy(change => change.Sequence)
            .ToListAsync(Cancellation);
        var head = await HeadAsync();
        var recent = RecentChanges.From(begin).With(head, news);
        await using var session = new DistributionSession(host.Module.Database, Viewer.Nobody);
        var context2 = await session.GetTypedContextAsync(Cancellation);
        for (var i = 0; i < 40; i++)
        {
            var viewer = new Viewer
            {
                Now = host.Clock.GetUtcNow().UtcDateTime,
                PersonId = ids[random.Next(ids.Length)],
                OrganizationId = ids[random.Next(ids.Length)],
                AudienceIds = [.. ids.Where(_ => random.Next(3) == 0)],
                Holds = (Requirement)random.Next(4),
            };
            var rights = RightsState.Of(viewer);
            var (after, count) = (begin + random.Next(30), random.Next(1, 70));
            Assert.Equal(
                await LoggedChange.ReadAsync(context2, after, head, rights, viewer, count, Cancellation),
                recent.Read(after, head, rights, viewer, count));
        }
    }

    [Fact]
    public void What_is_too_much_goes_and_is_not_taken_for_nothing()
    {
        var (audience, other) = (Guid.NewGuid(), Guid.NewGuid());
        var recent = RecentChanges.From(5).With(7, [Of(6, audience), Of(7, other)]);
        Assert.Equal((7L, 5L), (recent.Head, recent.KnownAfter));
        Assert.True(recent.MayConcern(5, 7, [audience]));
        Assert.False(recent.MayConcern(6, 7, [audience]));
        Assert.True(recent.MayConcern(4, 7, [Guid.NewGuid()]));
        Assert.True(recent.MayConcern(6, 8, [Guid.NewGuid()]));

        // One for more than can be kept: neither it nor what is before it is known.
        var many = recent.With(
            8,
            [Of(8, [.. Enumerable.Range(0, RecentChanges.MostAudiences + 1).Select(_ => Guid.NewGuid())])]);
        Assert.Equal((8L, 8L), (many.Head, many.KnownAfter));
        Assert.True(many.MayConcern(7, 8, [audience]));

        var later = many.With(9, [Of(9, audience)]);
        Assert.Equal((9L, 8L), (later.Head, later.KnownAfter));
        Assert.Equal([9L], later.Between(8, 9).Select(change => change.Sequence));

        var full = Enumerable.Range(10, RecentChanges.MostChanges + 3).Select(i => Of(i, audience)).ToList();
        var bounded = later.With(full[^1].Sequence, full);
        Assert.Equal(full[2].Sequence, bounded.KnownAfter);
        Assert.Equal(RecentChanges.MostChanges, bounded.Between(0, long.MaxValue).Count());
    }

    static Change Of(long sequence, params Guid[] audiences) => new()
    {
        Sequence = sequence,
        Id = Guid.NewGuid(),
        Kind = Distribution.Changes.ChangeKind.Published,
        ProductId = Guid.NewGuid(),
        OccurredAt = DateTime.UnixEpoch,
        Audiences =
        [
            .. audiences.Select(audience => new ChangeAudience
            {
                Sequence = sequence,
                AudienceId = audience,
                Requires = 0,
                Since = DateTime.UnixEpoch,
                IsHome = false,
            }),
        ],
    };

    async Task<long> HeadAsync()
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        return await context.Set<GraphApi.Data.ChangeLog.ChangeCounter>()
            .Select(counter => counter.LastSequence).SingleAsync(Cancellation);
    }
}

public sealed class SqliteRecentChangesTests(SqliteHost host)
    : RecentChangesTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresRecentChangesTests(PostgresHost host)
    : RecentChangesTests(host), IClassFixture<PostgresHost>;
