using System.Collections.Concurrent;
using GraphApi.Harness;
using Microsoft.Data.Sqlite;

namespace GraphApi.Server.Tests.Commands;

/// <summary>
/// The program is killed while centers write: what it answered holds, what it did not answer is done or not, and never
/// half.
/// </summary>
public sealed class PublishingCrashTests : IDisposable
{
    static readonly string[] Principals = ["analyst", "privacy-officer", "supervisor", "director", "partner-hospital"];
    readonly ServerProcess _server = new();

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Whenever_the_process_is_killed_nothing_answered_is_lost_and_nothing_is_half_done()
    {
        await _server.SeedAsync(Principals);
        var published = new ConcurrentBag<string>();
        // What a recall was asked for, and what one was answered for.
        var recalling = new ConcurrentBag<string>();
        var recalled = new ConcurrentBag<string>();
        foreach (var round in new[] { 3, 7, 12 })
        {
            await _server.StartAsync();
            var writers = Enumerable.Range(0, 3).Select(writer => WriteAsync(writer, published, recalling, recalled))
                .ToArray();
            while (published.Count < round && !_server.HasExited)
            {
                await Task.Delay(7, Cancelled);
            }

            await _server.KillAsync();
            await Task.WhenAll(writers);
            CheckNothingIsHalfDone();
        }

        await _server.StartAsync();
        var seen = await NumbersAsync();
        Assert.InRange(published.Count, 12, 1_000);
        Assert.Equal([], published.Except(recalling).Except(seen));
        Assert.Equal([], recalled.Intersect(seen));
    }

    // Publishes one product after the other, and recalls every third, until nobody answers any more.
    async Task WriteAsync(
        int writer,
        ConcurrentBag<string> published,
        ConcurrentBag<string> recalling,
        ConcurrentBag<string> recalled)
    {
        var newsroom = new Newsroom(_server.AskAsync);
        for (var i = 0; ; i++)
        {
            try
            {
                var story = await newsroom.IssueAsync($"Synthetic product {i} of writer {writer}");
                published.Add(story.PublicNumber!);
                if (i % 3 == 2)
                {
                    recalling.Add(story.PublicNumber!);
                    await newsroom.RecallAsync(story);
                    recalled.Add(story.PublicNumber!);
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException)
            {
                return;
            }
        }
    }

    async Task<List<string>> NumbersAsync()
    {
        var data = (await _server.AskAsync(
            "partner-hospital", "{ feed(first: 50) { nodes { publicNumber } } }", null)).GetProperty("data");
        return [.. data.GetProperty("feed").GetProperty("nodes").EnumerateArray()
            .Select(product => product.GetProperty("publicNumber").GetString()!)];
    }

    void CheckNothingIsHalfDone()
    {
        // What was made since the data was seeded.
        const string Own = "FROM product_versions v JOIN portions t ON t.id = v.title_portion_id "
            + "WHERE t.text LIKE 'Synthetic product % of writer %' AND v.state IN ('Published', 'Recalled') AND ";
        (string Name, string Sql)[] half =
        [
            ("no clearance", $"{Own} NOT EXISTS (SELECT 1 FROM release_clearances c WHERE c.version_id = v.id)"),
            ("no publication", $"{Own} NOT EXISTS (SELECT 1 FROM publications p WHERE p.version_id = v.id)"),
            ("no ledger", $"{Own} NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.version_id = v.id)"),
            ("no event", $"{Own} NOT EXISTS (SELECT 1 FROM changes e WHERE e.version_id = v.id AND e.kind = 'Published')"),
            (
                "published and not current",
                "FROM product_versions v JOIN products p ON p.id = v.product_id "
                + "WHERE v.state = 'Published' AND (p.current_version_id <> v.id OR p.state <> 'Current')"),
            (
                "recalled without notice",
                $"{Own} v.state = 'Recalled' AND NOT EXISTS (SELECT 1 FROM recall_notices n WHERE n.product_id = v.product_id)"),
            (
                "an event for nobody",
                "FROM changes e WHERE e.kind IS NOT NULL AND NOT EXISTS "
                + "(SELECT 1 FROM change_audiences a WHERE a.sequence = e.sequence)"),
            (
                "a number that is missing",
                "FROM change_counter c WHERE c.last_sequence - c.forgotten_through <> (SELECT count(*) FROM changes)"),
        ];
        using var connection = new SqliteConnection(_server.Database);
        connection.Open();
        Assert.Equal([], half.Where(check => Count(connection, check.Sql) > 0).Select(check => check.Name));
    }

    static long Count(SqliteConnection connection, string from)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts of this file.
        command.CommandText = $"SELECT count(*) {from}";
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }
}
