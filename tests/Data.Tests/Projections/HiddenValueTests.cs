using System.Text.Json;
using GraphApi.Data.Databases;
using GraphApi.Data.Tests.Library;

namespace GraphApi.Data.Tests.Projections;

/// <summary>
/// Two libraries that differ in nothing but what the reader may not read give him the same answers, byte for byte, with
/// the same statements.
/// </summary>
public sealed class HiddenValueTests(HiddenValueFixture fixture) : IClassFixture<HiddenValueFixture>
{
    public static TheoryData<DatabaseProvider, int> Seeds()
    {
        var data = new TheoryData<DatabaseProvider, int>();
        for (var seed = 0; seed < 4; seed++)
        {
            data.Add(DatabaseProvider.Sqlite, seed);
            data.Add(DatabaseProvider.PostgreSql, seed);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task No_answer_depends_on_a_value_that_may_not_be_read(DatabaseProvider provider, int seed)
    {
        var (one, other) = await fixture.GetAsync(provider);
        for (var i = 0; i < 12; i++)
        {
            var (document, path) = new RandomOperations((seed * 1_000) + i).Page();
            string? cursor = null;
            for (var page = 0; page < 2; page++)
            {
                one.Recorder.Clear();
                other.Recorder.Clear();
                var expected = await one.RunAsync(document, new { n = 7, c = cursor });
                var found = await other.RunAsync(document, new { n = 7, c = cursor });

                Assert.True(
                    expected.GetRawText() == found.GetRawText(),
                    $"{document}\n{cursor}\n{expected}\n{found}");
                Assert.Equal(one.Recorder.Statements, other.Recorder.Statements);
                Assert.All(Codes(expected), code => Assert.Equal("AUTH_NOT_AUTHORIZED", code));
                cursor = Cursor(expected.GetProperty("data"), path, document);
                if (cursor is null)
                {
                    break;
                }
            }
        }
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task The_two_differ_for_who_may_read_everything(DatabaseProvider provider)
    {
        var (one, other) = await fixture.GetAsync(provider);
        const string Query = "{ books(first: 50) { nodes { note cost grade donorId seenAt marks loans { days } } } }";

        var expected = await one.RunAsync(Query, null, 0, one.Rows.Readers);
        var found = await other.RunAsync(Query, null, 0, other.Rows.Readers);

        Assert.NotEqual(expected.GetRawText(), found.GetRawText());
    }

    static IEnumerable<string?> Codes(JsonElement response) => response.TryGetProperty("errors", out var errors)
        ? errors.EnumerateArray().Select(e => e.GetProperty("extensions").GetProperty("code").GetString())
        : [];

    static string? Cursor(JsonElement data, string[] path, string document)
    {
        foreach (var step in path)
        {
            data = data.ValueKind is JsonValueKind.Array ? data[int.Parse(step)] : data.GetProperty(step);
        }

        var info = data.GetProperty("pageInfo");
        return document.Contains("before", StringComparison.Ordinal)
            ? info.GetProperty("hasPreviousPage").GetBoolean() ? info.GetProperty("startCursor").GetString() : null
            : info.GetProperty("hasNextPage").GetBoolean() ? info.GetProperty("endCursor").GetString() : null;
    }
}

/// <summary>A pair of libraries on each database.</summary>
public sealed class HiddenValueFixture : IAsyncDisposable
{
    readonly Dictionary<DatabaseProvider, (LibraryServer One, LibraryServer Other)> _pairs = [];

    public async Task<(LibraryServer One, LibraryServer Other)> GetAsync(DatabaseProvider provider)
    {
        if (!_pairs.TryGetValue(provider, out var pair))
        {
            pair = (await LibraryServer.CreateAsync(provider, 1), await LibraryServer.CreateAsync(provider, 2));
            _pairs.Add(provider, pair);
        }

        return pair;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (one, other) in _pairs.Values)
        {
            await one.DisposeAsync();
            await other.DisposeAsync();
        }
    }
}
