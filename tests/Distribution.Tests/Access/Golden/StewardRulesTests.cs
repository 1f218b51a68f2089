using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Tests.Access.Golden;

/// <summary>
/// Administrators and auditors of the network, and those of one center, to whom the roles give nothing; and who knows
/// of machine clients.
/// </summary>
public sealed class StewardRulesTests(GoldenDatabase database) : IClassFixture<GoldenDatabase>
{
    const string Everything =
        """
        query($client: ID!, $person: ID!, $list: ID!, $organization: ID!) {
          me { kind }
          products(first: 50) { totalCount nodes { publicNumber } }
          client: node(id: $client) { id }
          person: node(id: $person) { id }
          list: node(id: $list) { id }
          organization: node(id: $organization) { id }
          organizations(first: 50) { totalCount }
          distributionLists(first: 50) { totalCount }
          fusionCenters(first: 50) { totalCount }
        }
        """;

    [Theory]
    [InlineData("center-administrator")]
    [InlineData("center-auditor")]
    public async Task At_one_center_the_role_gives_what_anybody_has(string persona) =>
        Assert.Equal(await AskAsync("AN"), await AskAsync(persona));

    [Theory]
    [InlineData("AD")]
    [InlineData("AU")]
    public async Task For_the_network_the_role_shows_directories_and_no_content(string persona)
    {
        var data = (await database.DataAsync(persona, Everything, Ids())).Clone();
        Assert.Equal("PERSON", data.GetProperty("me").GetProperty("kind").GetString());
        Assert.Equal(1, data.GetProperty("products").GetProperty("totalCount").GetInt32());
        Assert.Equal(5, data.GetProperty("organizations").GetProperty("totalCount").GetInt32());
        Assert.Equal(1, data.GetProperty("distributionLists").GetProperty("totalCount").GetInt32());
    }

    [Theory]
    [InlineData("AN", "")]
    [InlineData("LE", "")]
    [InlineData("IS", "")]
    [InlineData("FI", "MG MA")]
    [InlineData("SU", "")]
    [InlineData("MG", "MG")]
    [InlineData("MA", "MA")]
    [InlineData("AH", "")]
    [InlineData("PO", "")]
    [InlineData("AD", "MG MA")]
    [InlineData("AU", "MG MA")]
    public async Task A_machine_client_is_known_to_itself_its_sponsor_and_stewards(string persona, string known)
    {
        var data = await database.DataAsync(
            persona,
            "query($fire: ID!, $isac: ID!) { fire: node(id: $fire) { ...C } isac: node(id: $isac) { ...C } } "
            + "fragment C on ServiceClient { clientId tlpCeiling lists { id } }",
            new
            {
                fire = NodeIds.Format("ServiceClient", GoldenRows.Id('k', 2)),
                isac = NodeIds.Format("ServiceClient", GoldenRows.Id('k', 4)),
            });
        var seen = new[] { data.GetProperty("fire"), data.GetProperty("isac") }
            .Where(client => client.ValueKind != System.Text.Json.JsonValueKind.Null)
            .Select(client => client.GetProperty("clientId").GetString());
        Assert.Equal(known, string.Join(' ', seen));
    }

    async Task<string> AskAsync(string persona) =>
        (await database.ExecuteAsync(persona, Everything, Ids())).GetRawText();

    static object Ids() => new
    {
        client = NodeIds.Format("ServiceClient", GoldenRows.Id('k', 2)),
        person = NodeIds.Format("Person", GoldenRows.Person("LE")),
        list = NodeIds.Format("DistributionList", GoldenRows.Id('d', 1)),
        organization = NodeIds.Format("Organization", GoldenRows.Id('n', 1)),
    };
}
