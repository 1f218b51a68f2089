using GraphApi.Distribution.Access;
using GraphApi.Distribution.Changes;
using GraphApi.Distribution.Tests.Demonstration;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace GraphApi.Distribution.Tests.Changes;

/// <summary>Numbers come in the order of commits: nothing appears behind what a reader has seen.</summary>
public sealed class ChangeWriterTests
{
    const int Writers = 16;

    static readonly DateTime Start = new(2026, 11, 22, 14, 30, 0, DateTimeKind.Utc);

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, 6)]
    [InlineData(true, 25)]
    public async Task Nothing_appears_behind_a_number_that_was_read_while_sixteen_write(bool postgres, int rounds)
    {
        await using var scratch = await ScratchDatabase.CreateAsync(postgres);
        using var over = new CancellationTokenSource();
        var reading = ReadAsync(scratch, over.Token);
        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(writer =>
            Task.Run(() => WriteAsync(scratch, new Random(writer), rounds), Cancellation)));
        await Task.WhenAny(writing);
        await over.CancelAsync();
        var (written, read) = (await writing, await reading);

        // All of them, each once, in order: a gap would be one that came later, or never.
        Assert.Equal(Enumerable.Range(1, written.Sum()).Select(number => (long)number), read);
        await using var context = scratch.Open();
        var times = await context.Set<Change>().OrderBy(c => c.Sequence).Select(c => c.OccurredAt)
            .ToListAsync(Cancellation);
        Assert.Equal(times.Order(), times);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Announcements_are_written_in_order_with_their_audiences_each_once(bool postgres)
    {
        await using var scratch = await ScratchDatabase.CreateAsync(postgres);
        await using var context = scratch.Open();
        var (first, second, list, center) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await using (var transaction = await context.Database.BeginTransactionAsync(Cancellation))
        {
            Assert.True(await ChangeWriter.WriteAsync(
                context,
                [
                    new Announcement(
                        ChangeKind.Published,
                        first,
                        VersionId: null,
                        center,
                        [
                            new AnnouncementAudience(list, 1, Start, IsHome: false),
                            new AnnouncementAudience(list, 1, Start.AddDays(-1), IsHome: false),
                            new AnnouncementAudience(list, 2, Start, IsHome: false),
                            new AnnouncementAudience(center, 0, Start, IsHome: true),
                        ]),
                    new Announcement(ChangeKind.Revised, Guid.NewGuid(), VersionId: null, center, []),
                    Announced(second, ChangeKind.Expired),
                ],
                changesRights: true,
                Start,
                Cancellation));
            await transaction.CommitAsync(Cancellation);
        }

        var changes = await context.Set<Change>().OrderBy(c => c.Sequence).ToListAsync(Cancellation);
        Assert.Equal(
            [(1L, null, null), (2L, ChangeKind.Published, first), (3L, ChangeKind.Expired, (Guid?)second)],
            changes.Select(c => (c.Sequence, c.Kind, c.ProductId)));
        Assert.Equal(
            [(center, 0L, Start, true), (list, 1L, Start.AddDays(-1), false), (list, 2L, Start, false)],
            (await context.Set<ChangeAudience>().Where(a => a.Sequence == 2).ToListAsync(Cancellation))
                .Select(a => (a.AudienceId, a.Requires, a.Since, a.IsHome))
                .OrderBy(a => a.Requires));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_is_numbered_where_nothing_is_told_and_the_log_time_never_goes_back(bool postgres)
    {
        await using var scratch = await ScratchDatabase.CreateAsync(postgres);
        await using var context = scratch.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(Cancellation);
        Assert.False(await ChangeWriter.WriteAsync(context, [], changesRights: false, Start, Cancellation));
        foreach (var minutes in new[] { 0, -10, 5 })
        {
            await ChangeWriter.WriteAsync(
                context,
                [Announced(Guid.NewGuid(), ChangeKind.Published)],
                changesRights: false,
                Start.AddMinutes(minutes),
                Cancellation);
        }

        Assert.Equal(
            [(1L, Start), (2L, Start), (3L, Start.AddMinutes(5))],
            (await context.Set<Change>().OrderBy(c => c.Sequence).ToListAsync(Cancellation))
                .Select(c => (c.Sequence, c.OccurredAt)));
    }

    [Theory]
    [InlineData(false, "UPDATE changes SET occurred_at = occurred_at", "changes is append-only")]
    [InlineData(true, "UPDATE changes SET occurred_at = occurred_at", "changes is append-only")]
    [InlineData(false, "DELETE FROM change_audiences", "change_audiences is append-only")]
    [InlineData(true, "DELETE FROM change_audiences", "change_audiences is append-only")]
    [InlineData(true, "TRUNCATE changes CASCADE", "append-only")]
    [InlineData(false, "UPDATE change_audiences SET requires = 0", "change_audiences is append-only")]
    [InlineData(true, "UPDATE change_audiences SET requires = 0", "change_audiences is append-only")]
    [InlineData(false, "UPDATE change_counter SET last_sequence = 0", "change_counter goes forward only")]
    [InlineData(true, "UPDATE change_counter SET last_sequence = 0", "change_counter goes forward only")]
    [InlineData(false, "DELETE FROM change_counter", "change_counter is kept")]
    [InlineData(true, "DELETE FROM change_counter", "change_counter is kept")]
    public async Task The_log_is_only_added_to(bool postgres, string statement, string refusal)
    {
        await using var scratch = await ScratchDatabase.CreateAsync(postgres);
        await using var context = scratch.Open();
        await AnnounceAsync(context, count: 1, Start);
        var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
            context.Database.ExecuteSqlRawAsync(statement, Cancellation));
        Assert.Contains(refusal, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_too_old_is_given_up_and_deleted_and_nothing_else(bool postgres)
    {
        await using var scratch = await ScratchDatabase.CreateAsync(postgres);
        await using var context = scratch.Open();
        await AnnounceAsync(context, count: 3, Start);
        await AnnounceAsync(context, count: 2, Start.AddDays(2));
        Assert.Equal(0, await ChangeRetention.ForgetAsync(context, Start, Cancellation));
        Assert.Equal(3, await ChangeRetention.ForgetAsync(context, Start.AddDays(1), Cancellation));
        Assert.Equal(
            [4L, 5L],
            await context.Set<Change>().Select(c => c.Sequence).Order().ToListAsync(Cancellation));
        Assert.Equal(2, await context.Set<ChangeAudience>().CountAsync(Cancellation));
        Assert.Equal(0, await ChangeRetention.ForgetAsync(context, Start.AddDays(1), Cancellation));

        await using (var transaction = await context.Database.BeginTransactionAsync(Cancellation))
        {
            await ChangeRetention.StartOverAsync(context, Start.AddDays(3), Cancellation);
            await transaction.CommitAsync(Cancellation);
        }

        Assert.Equal(2, await ChangeRetention.ForgetAsync(context, Start.AddDays(1), Cancellation));
        await AnnounceAsync(context, count: 1, Start.AddDays(3));
        Assert.Equal([7L], await context.Set<Change>().Select(c => c.Sequence).ToListAsync(Cancellation));
    }

    static async Task AnnounceAsync(AccessContext context, int count, DateTime now)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(Cancellation);
        await ChangeWriter.WriteAsync(
            context,
            [.. Enumerable.Range(0, count).Select(_ => Announced(Guid.NewGuid(), ChangeKind.Published))],
            changesRights: false,
            now,
            Cancellation);
        await transaction.CommitAsync(Cancellation);
    }

    static Announcement Announced(Guid product, ChangeKind kind) => new(
        kind, product, VersionId: null, Guid.NewGuid(), [new AnnouncementAudience(Audience.Public, 0, Start, false)]);

    /// <summary>Commits of one to three changes each, some taken back; how many were committed.</summary>
    static async Task<int> WriteAsync(ScratchDatabase scratch, Random random, int rounds)
    {
        var written = 0;
        for (var round = 0; round < rounds; round++)
        {
            await using var context = scratch.Open();
            await using var transaction = await BeginAsync(context);
            var count = random.Next(1, 4);
            await ChangeWriter.WriteAsync(
                context,
                [.. Enumerable.Range(0, count).Select(_ => Announced(Guid.NewGuid(), ChangeKind.Published))],
                changesRights: false,
                Start.AddSeconds(random.Next(-60, 60)),
                Cancellation);
            await Task.Yield();
            if (random.Next(5) == 0)
            {
                await transaction.RollbackAsync(Cancellation);
                continue;
            }

            await transaction.CommitAsync(Cancellation);
            written += count;
        }

        return written;
    }

    /// <summary>Begins, as often as it takes: a writer of SQLite waits five seconds for the others.</summary>
    static async Task<IDbContextTransaction> BeginAsync(AccessContext context)
    {
        while (true)
        {
            try
            {
                return await context.Database.BeginTransactionAsync(Cancellation);
            }
            catch (SqliteException busy) when (busy.SqliteErrorCode == SQLitePCL.raw.SQLITE_BUSY)
            {
                await Task.Yield();
            }
        }
    }

    /// <summary>Reads on after the last number, again and again; all numbers in the order in which they came.</summary>
    static async Task<List<long>> ReadAsync(ScratchDatabase scratch, CancellationToken over)
    {
        var read = new List<long>();
        await using var context = scratch.Open();
        while (true)
        {
            var isLast = over.IsCancellationRequested;
            var after = read.LastOrDefault();
            read.AddRange(await context.Set<Change>()
                .Where(change => change.Sequence > after)
                .OrderBy(change => change.Sequence)
                .Select(change => change.Sequence)
                .Take(7)
                .ToListAsync(Cancellation));
            if (isLast && after == read.LastOrDefault())
            {
                return read;
            }

            await Task.Delay(1, Cancellation);
        }
    }
}
