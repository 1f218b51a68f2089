using System.Net;
using System.Text.Json.Nodes;
using GraphApi.Harness;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace GraphApi.Server.Tests.Access;

/// <summary>Rule 12: where a record of a read cannot be written, nothing of what was read leaves.</summary>
public sealed class WithheldAnswerTests
{
    const string Content = "{ feed(first: 20) { nodes { publicNumber currentVersion { title { text } } } } }";
    const string NoContent = "{ feed(first: 20) { totalCount nodes { publicNumber } } }";

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_PostgreSQL_a_disk_that_is_full_withholds_content_until_it_is_not()
    {
        await using var postgres = await Postgres.CreateDatabaseAsync();
        await using var server = new ProductServer();
        await server.StartAsync(postgres.ConnectionString);
        var before = await server.AskAsync("partner-hospital", Content);
        await ExecuteAsync(
            postgres.ConnectionString,
            """
            CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
                'BEGIN RAISE EXCEPTION ''full'' USING ERRCODE = ''disk_full''; END';
            CREATE TRIGGER full_disk BEFORE INSERT ON access_records EXECUTE FUNCTION full_disk()
            """);

        var withheld = await server.AskAsync("partner-hospital", Content);
        var listed = await server.AskAsync("partner-hospital", NoContent);
        await ExecuteAsync(postgres.ConnectionString, "DROP TRIGGER full_disk ON access_records");
        var after = await server.AskAsync("partner-hospital", Content);

        Assert.Equal(HttpStatusCode.OK, before.Status);
        AssertWithheld(before, withheld);
        Assert.Equal("UNAVAILABLE", withheld.Extension("code"));
        Assert.Equal(HttpStatusCode.OK, listed.Status);
        Assert.Equal((HttpStatusCode.OK, before.Body), (after.Status, after.Body));
    }

    [Fact]
    public async Task On_SQLite_a_record_that_is_refused_withholds_content()
    {
        await using var server = new ProductServer();
        await server.InitializeAsync();
        var before = await server.AskAsync("partner-hospital", Content);
        var file = Directory.EnumerateFiles(server.Folder, "*.db", SearchOption.AllDirectories).Single();
        await using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await connection.OpenAsync(Cancelled);
            await using var refuse = connection.CreateCommand();
            refuse.CommandText =
                "CREATE TRIGGER refuse BEFORE INSERT ON access_records BEGIN SELECT RAISE(ABORT, 'no'); END";
            await refuse.ExecuteNonQueryAsync(Cancelled);
        }

        AssertWithheld(before, await server.AskAsync("partner-hospital", Content));
        Assert.Equal(HttpStatusCode.OK, (await server.AskAsync("partner-hospital", NoContent)).Status);
    }

    static void AssertWithheld(Answer before, Answer withheld)
    {
        var texts = JsonNode.Parse(before.Body)!["data"]!["feed"]!["nodes"]!.AsArray()
            .Select(node => (string)node!["currentVersion"]!["title"]!["text"]!).ToList();
        Assert.NotEmpty(texts);
        Assert.NotEqual(HttpStatusCode.OK, withheld.Status);
        Assert.All(texts, text => Assert.DoesNotContain(text, withheld.Body, StringComparison.Ordinal));
        Assert.DoesNotContain("publicNumber", withheld.Body, StringComparison.Ordinal);
        Assert.Null(JsonNode.Parse(withheld.Body)!["data"]);
    }

    static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(Cancelled);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancelled);
    }
}
