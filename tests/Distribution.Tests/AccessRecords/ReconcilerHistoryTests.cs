using GraphApi.Data.Bindings;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.AccessRecords;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Tests.Demonstration;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.AccessRecords;

/// <summary>
/// Whether a reader was meant to read is judged by what was in force then, as its history was written down, whatever
/// became of it and of the times of its row since.
/// </summary>
public abstract class ReconcilerHistoryTests(DistributionHost host)
{
    const string Reader = "partner-hospital";
    const string Content = "query($id: ID!) { product(id: $id) { currentVersion { portions { text } } } }";
    static readonly DateOnly Today = DateOnly.FromDateTime(FixedTime.Now.UtcDateTime);

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_over_before_the_read_was_outside_and_what_ended_later_was_not()
    {
        var (versionId, listIds) = await ReadAsync();
        var person = $"(SELECT id FROM people WHERE subject = '{Reader}')";
        var organization = $"(SELECT organization_id FROM people WHERE subject = '{Reader}')";
        var lists = string.Join(", ", listIds.Select(Literal));
        var memberships = $"list_id IN ({lists}) AND (person_id = {person} OR organization_id = {organization})";
        Assert.Equal(0, await OutsideAsync());

        // By what becomes of it, and what it was.
        (string Table, string Rows, string Over, string Back)[] changes =
        [
            ("people", $"id = {person}", "status = 'Suspended'", "status = 'Active'"),
            ("organizations", $"id = {organization}", "status = 'Suspended'", "status = 'Active'"),
            ("list_memberships", memberships, "state = 'Ended'", "state = 'Active'"),
            ("list_memberships", memberships, "recertify_by = '2026-11-21'", "recertify_by = NULL"),
            ("distribution_lists", $"id IN ({lists})", "state = 'Archived'", "state = 'Active'"),
            ("product_versions", $"id = {Literal(versionId)}", "state = 'Expired'", "state = 'Published'"),
        ];
        var (problems, minutes) = (new List<string>(), -600);
        foreach (var (table, rows, over, back) in changes)
        {
            await ChangeAsync(table, rows, over, minutes);
            // A later change of the row, which says nothing of its state, hides nothing.
            await ChangeAsync(table, rows, "revision = revision + 1", 60);
            var before = await OutsideAsync();
            await ChangeAsync(table, rows, back, minutes + 10);
            var again = await OutsideAsync();
            if ((before, again) != (1, 0))
            {
                problems.Add($"{table} {over}: {before} outside, {again} when it was taken back");
            }

            minutes += 20;
        }

        foreach (var (table, rows, over, back) in changes)
        {
            await ChangeAsync(table, rows, over, minutesFromRead: 1);
            if (await OutsideAsync() != 0)
            {
                problems.Add($"{table} {over}, later");
            }

            await ChangeAsync(table, rows, back, minutesFromRead: 2);
        }

        Assert.Empty(problems);

        // What was replaced is not in force again.
        await ChangeAsync("product_versions", $"id = {Literal(versionId)}", "state = 'Superseded'", -10);
        Assert.Equal(1, await OutsideAsync());
    }

    [Fact]
    public async Task History_is_written_by_the_database_and_never_changed()
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        foreach (var statement in new[]
        {
            "UPDATE state_history SET state = 'Active'", "DELETE FROM state_history",
            "UPDATE access_heads SET cause = 'End'", "DELETE FROM access_heads",
        })
        {
            await host.DataAsync("analyst", "{ feed(first: 9) { nodes { currentVersion { title { text } } } } }");
            var refusal = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(
                () => context.Database.ExecuteSqlRawAsync(statement, Cancellation));
            Assert.Contains("is append-only: ", refusal.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>A read of a version that the reader has through lists alone.</summary>
    async Task<(Guid VersionId, List<Guid> ListIds)> ReadAsync()
    {
        await using var session = await host.Module.OpenSessionAsync(
            DistributionHost.PrincipalOf(Reader),
            address: null,
            AccessChannel.GraphqlHttp,
            purpose: null,
            Cancellation);
        var viewer = ((DistributionSession)session).Viewer;
        var (audiences, lists, lacks) = (viewer.AudienceIds, viewer.ListIds, viewer.Lacks);
        await using var context = host.Module.AccessDatabase.CreateContext();
        var version = await context.Set<ProductVersion>()
            .Where(v => v.State == VersionState.Published && v.Entitlements.Any(right => right.IsCurrent
                    && right.Kind == EntitlementKind.List && lists.Contains(right.AudienceId)
                    && right.EffectiveAt < viewer.Now && (right.Requires & lacks) == 0)
                && !v.Entitlements.Any(right => right.Kind != EntitlementKind.List
                    && (right.Kind == EntitlementKind.Public || audiences.Contains(right.AudienceId))))
            .OrderBy(v => v.Id)
            .FirstAsync(Cancellation);
        await host.DataAsync(Reader, Content, new { id = NodeIds.Format(nameof(Product), version.ProductId) });
        var listIds = await context.Set<PublicationList>().Where(link => link.Publication.VersionId == version.Id)
            .Select(link => link.ListId).Distinct().ToListAsync(Cancellation);
        return (version.Id, listIds);
    }

    async Task<long> OutsideAsync() => (await host.Module.ReconcileAsync(Today, again: true, Cancellation)).Outside;

    async Task ChangeAsync(string table, string rows, string change, int minutesFromRead)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        var update = "UPDATE " + table + " SET " + change + ", updated_at = {0} WHERE " + rows;
        await context.Database.ExecuteSqlRawAsync(
            update,
            [FixedTime.Now.UtcDateTime.AddMinutes(minutesFromRead)],
            Cancellation);
    }

    protected abstract string Literal(Guid id);

    public sealed class OnSqlite(SqliteHost host) : ReconcilerHistoryTests(host), IClassFixture<SqliteHost>
    {
        protected override string Literal(Guid id) => $"'{id.ToString().ToUpperInvariant()}'";
    }

    public sealed class OnPostgreSql(PostgresHost host) : ReconcilerHistoryTests(host), IClassFixture<PostgresHost>
    {
        protected override string Literal(Guid id) => $"'{id}'";
    }
}
