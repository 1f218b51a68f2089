using System.Text.Json;

namespace GraphApi.Distribution.Tests.Recalls;

/// <summary>
/// Who sees a notice, which responses, and which of its fields: the lines of the access matrix on recalls, by persona.
/// </summary>
public abstract class RecallRulesTests(DistributionHost host)
{
    /// <summary>
    /// Persona, and what he is told of a recall whose recipients are a person of the fire department, the business and
    /// the software of the hospital: `-` nothing, `N` the notice, `D` its details; then how many responses.
    /// </summary>
    static readonly (string? Who, string Notice, int Responses)[] Matrix =
    [
        (null, "-", 0),
        ("partner-fire", "N", 1),
        ("partner-business", "N", 1),
        ("partner-non-us", "N", 1),
        ("partner-law-enforcement", "-", 0),
        ("partner-suspended", "-", 0),
        ("client-portal", "N", 1),
        ("client-isac", "-", 0),
        ("analyst", "D", 0),
        ("supervisor", "D", 3),
        ("director", "D", 3),
        ("privacy-officer", "D", 3),
        ("analyst-elsewhere", "-", 0),
        ("administrator", "-", 0),
        ("auditor", "N", 0),
    ];

    readonly RecallScene _scene = new(host);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_persona_is_told_what_the_matrix_says()
    {
        var notice = await MakeAsync();
        var told = new List<string>();
        foreach (var (who, _, _) in Matrix)
        {
            told.Add($"{who}: {await ReadAsync(who, notice)}");
        }

        Assert.Equal(Matrix.Select(row => $"{row.Who}: {row.Notice} {row.Responses}"), told);
    }

    [Fact]
    public async Task The_liaison_of_an_organization_sees_what_its_people_and_its_software_answer()
    {
        var notice = await MakeAsync();
        var person = await _scene.PersonAsync("partner-hospital");
        Assert.Equal("- 0", await ReadAsync("partner-hospital", notice));
        await _scene.LiaisonAsync("partner-hospital", person.OrganizationId!.Value);
        Assert.Equal("N 1", await ReadAsync("partner-hospital", notice));
        var data = await host.DataAsync(
            "partner-hospital",
            "query($id: ID!) { recall(id: $id) { myState responses { nodes { isMine recipient { __typename } } } } }",
            new { id = notice });
        Assert.Equal(
            """
            {"myState":null,"responses":{"nodes":[{"isMine":false,"recipient":{"__typename":"ServiceClient"}}]}}
            """,
            data.GetProperty("recall").GetRawText());
    }

    async Task<string> MakeAsync()
    {
        var product = await _scene.ProductAsync("supervisor");
        await _scene.DeliverAsync(product, person: (await _scene.PersonAsync("partner-fire")).Id);
        await _scene.DeliverAsync(
            product, organization: (await _scene.PersonAsync("partner-business")).OrganizationId);
        await _scene.DeliverAsync(product, client: (await _scene.ClientAsync("client-portal")).Id);
        await _scene.CloseListsAsync(product);
        return await _scene.RecalledAsync(product);
    }

    async Task<string> ReadAsync(string? who, string notice)
    {
        var response = await host.ExecuteAsync(
            who,
            "query($id: ID!) { recall(id: $id) { message reasonDetails responses { totalCount nodes { id } } } }",
            new { id = notice });
        var read = response.GetProperty("data").GetProperty("recall");
        if (read.ValueKind == JsonValueKind.Null)
        {
            return "- 0";
        }

        var responses = read.GetProperty("responses");
        Assert.Equal(responses.GetProperty("nodes").GetArrayLength(), responses.GetProperty("totalCount").GetInt32());
        var isDetailed = read.GetProperty("reasonDetails").ValueKind == JsonValueKind.String;
        return $"{(isDetailed ? "D" : "N")} {responses.GetProperty("totalCount").GetInt32()}";
    }
}

public sealed class SqliteRecallRulesTests(SqliteHost host) : RecallRulesTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresRecallRulesTests(PostgresHost host) : RecallRulesTests(host), IClassFixture<PostgresHost>;
