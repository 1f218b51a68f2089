using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Clock;

/// <summary>
/// Makes sure that one of many nodes does something: for as long as the transaction lasts, or once and for all.
/// </summary>
static class Claim
{
    /// <summary>
    /// A version that nobody else holds at this moment, as it is now. Null: somebody does, or it is not there. On
    /// SQLite, where one transaction writes at a time, nobody else can.
    /// </summary>
    /// <seealso href="https://www.postgresql.org/docs/15/sql-select.html#SQL-FOR-UPDATE-SHARE"/>
    public static async Task<ProductVersion?> VersionAsync(
        UnitOfWork work, Guid id, CancellationToken cancellationToken)
    {
        if (work.IsPostgreSql
            && await work.ReadAsync<Guid>(
                $"SELECT id AS \"Value\" FROM product_versions WHERE id = {id} FOR UPDATE SKIP LOCKED",
                cancellationToken) is [])
        {
            return null;
        }

        return await work.All<ProductVersion>().FirstOrDefaultAsync(version => version.Id == id, cancellationToken);
    }

    /// <summary>Marks something as done; false: it was.</summary>
    public static async Task<bool> OnceAsync(
        UnitOfWork work, string name, Guid subject, CancellationToken cancellationToken) =>
        await work.ExecuteAsync(
            $"""
            INSERT INTO clock_marks (work, subject_id, at) VALUES ({name}, {subject}, {work.Now})
            ON CONFLICT DO NOTHING
            """,
            cancellationToken) == 1;

    /// <summary>
    /// Moves the moment on to which something was looked at; the one before, where it lay at least
    /// <paramref name="pause"/> back. Null: it does not, or this is the first look of all.
    /// </summary>
    public static async Task<DateTime?> SinceAsync(
        UnitOfWork work, string name, TimeSpan pause, CancellationToken cancellationToken)
    {
        var (now, before) = (work.Now, work.Now - pause);
        if (await work.ExecuteAsync(
            $"INSERT INTO clock_moments (work, at) VALUES ({name}, {now}) ON CONFLICT DO NOTHING", cancellationToken)
            == 1)
        {
            return null;
        }

        // The second of two nodes waits here for the first, and then finds nothing left to move.
        var last = await work.ReadAsync<DateTime>(
            $"SELECT at AS \"Value\" FROM clock_moments WHERE work = {name} AND at <= {before}", cancellationToken);
        return last is [var at]
            && await work.ExecuteAsync(
                $"UPDATE clock_moments SET at = {now} WHERE work = {name} AND at = {at}", cancellationToken) == 1
            ? DateTime.SpecifyKind(at, DateTimeKind.Utc)
            : null;
    }
}
