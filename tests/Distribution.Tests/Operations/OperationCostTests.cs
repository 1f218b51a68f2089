using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using GraphApi.Data.Databases;
using GraphApi.Engine;
using GraphApi.Harness;

namespace GraphApi.Distribution.Tests.Operations;

/// <summary>
/// What the operations cost that we know clients to send: those of these tests, of the benchmark and of the
/// documentation. Their costs are a snapshot, so that a change of weights shows.
/// </summary>
public sealed partial class OperationCostTests : IAsyncDisposable
{
    readonly Database<DistributionContext> _database = new(
        new DatabaseOptions { ConnectionString = "Data Source=:memory:" });

    readonly GraphQLEngine _engine;

    public OperationCostTests() => _engine = new GraphQLEngine(
        DistributionSchema.Build(_database.Model, _database.Provider, new DistributionOptions
        {
            ConnectionString = "",
            CursorKeys = [new byte[32]],
        }),
        new EngineOptions());

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Operations_that_clients_send_cost_what_the_snapshot_says_and_no_more_than_allowed()
    {
        var costs = new StringBuilder();
        foreach (var (name, document, variables) in Files().Concat(Examples()))
        {
            var cost = await CostAsync(document, variables);
            costs.Append(CultureInfo.InvariantCulture, $"{cost.FieldCost,6} {cost.TypeCost,6}  {name}\n");

            // The thousand rows of the benchmark, for which it sets larger pages and their cost.
            var most = name == "bench/load/requests/rows.graphql" ? 1_002 : 1_000;
            Assert.True(cost.FieldCost <= most && cost.TypeCost <= most, $"{name} costs {cost}.");
        }

        Snapshot.Match(Repository.PathOf("tests", "Distribution.Tests", "Operations", "costs.txt"), costs.ToString());
    }

    [Fact]
    public async Task The_costs_the_documentation_tells_are_true()
    {
        var blocks = Block().Matches(Repository.Text("docs/cost.md"));

        Assert.InRange(blocks.Count, 3, 20);
        foreach (Match block in blocks)
        {
            var cost = await CostAsync(block.Groups["text"].Value, variables: null);
            Assert.StartsWith(
                $"# fieldCost {cost.FieldCost}, typeCost {cost.TypeCost}\n",
                block.Groups["text"].Value,
                StringComparison.Ordinal);
        }
    }

    static IEnumerable<(string Name, string Document, string? Variables)> Files() =>
        from file in Repository.Files("tests/Distribution.Tests/Operations", "*.graphql")
            .Concat(Repository.Files("bench", "*.graphql"))
        let variables = Repository.PathOf(Path.ChangeExtension(file, ".variables.json"))
        select (
            file.Replace("tests/Distribution.Tests/", "", StringComparison.Ordinal),
            Repository.Text(file),
            File.Exists(variables) ? File.ReadAllText(variables) : """{"id":"1"}""");

    // Of the request in the README, the text between the quotes of JSON.
    static IEnumerable<(string Name, string Document, string? Variables)> Examples() =>
        QueryInJson().Matches(Repository.Text("README.md"))
            .Select(match => ("README.md", match.Groups["text"].Value, (string?)null));

    async Task<(double FieldCost, double TypeCost)> CostAsync(string document, string? variables)
    {
        var response = await _engine.ExecuteAsync(
            new GraphQLRequest
            {
                Document = document,
                Variables = variables is null ? default : JsonElement.Parse(variables),
                Cost = CostMode.Validate,
                AllowSubscriptions = true,
            },
            TestContext.Current.CancellationToken);
        Assert.Empty(response.Errors);
        var cost = (IReadOnlyDictionary<string, object?>)response.Extensions["operationCost"]!;
        return ((double)cost["fieldCost"]!, (double)cost["typeCost"]!);
    }

    [GeneratedRegex("```graphql\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("""\{"query":"(?<text>[^"]*)"\}""")]
    private static partial Regex QueryInJson();
}
