using System.Text.Json;
using System.Text.Json.Nodes;
using GraphApi.Engine.Comparison;
using GraphApi.Engine.Tests.Introspection;

namespace GraphApi.Engine.Tests.Comparison;

/// <summary>What graphql-js finds in two schemas we find too, under the same name and in the same words.</summary>
public sealed class SchemaComparisonOracleTests
{
    // Kinds that graphql-js does not look for.
    static readonly SchemaChangeKind[] Ours =
    [
        SchemaChangeKind.OperationTypeRemoved,
        SchemaChangeKind.OperationTypeChanged,
        SchemaChangeKind.OperationTypeAdded,
        SchemaChangeKind.OneOfAdded,
        SchemaChangeKind.OneOfRemoved,
        SchemaChangeKind.SpecificationChanged,
        SchemaChangeKind.DeprecationAdded,
        SchemaChangeKind.DeprecationRemoved,
        SchemaChangeKind.DeprecationReasonChanged,
        SchemaChangeKind.WeightRaised,
        SchemaChangeKind.WeightLowered,
        SchemaChangeKind.ListSizeRaised,
        SchemaChangeKind.ListSizeLowered,
        SchemaChangeKind.ListSizeChanged,
        SchemaChangeKind.SlicingArgumentRequired,
        SchemaChangeKind.SlicingArgumentNotRequired,
    ];

    [Fact]
    public async Task Each_case_of_the_table_is_judged_as_graphql_js_judges_it() => await CompareAsync(
        SchemaComparisonTests.Cases
            .Select(row => row.Data)
            .Select(data => ("type Query { q: Int } " + data.Item1, "type Query { q: Int } " + data.Item2)));

    [Theory]
    [InlineData(1)]
    [InlineData(null)]
    public async Task Generated_schemas_are_judged_as_graphql_js_judges_them(int? seed)
    {
        var chosen = seed ?? Random.Shared.Next();
        TestContext.Current.TestOutputHelper!.WriteLine($"Seed {chosen}");
        var generator = new SchemaGenerator(chosen);
        await CompareAsync(Enumerable.Range(0, 500).Select(_ => generator.Pair()));
    }

    static async Task CompareAsync(IEnumerable<(string Previous, string Current)> pairs)
    {
        var list = pairs.ToList();
        var answer = await GraphQLJs.AskAsync(
            "schema-diff-oracle.mjs",
            JsonSerializer.Serialize(list.Select(pair => new[] { pair.Previous, pair.Current })),
            TestContext.Current.CancellationToken);
        foreach (var (pair, theirs) in list.Zip(answer.AsArray()))
        {
            var changes = SchemaComparison.Compare(
                SchemaComparisonTests.Build(pair.Previous), SchemaComparisonTests.Build(pair.Current));
            Assert.Equal(
                (pair, string.Join('\n', theirs!.AsArray().Select(Comparable!).OfType<string>().Order())),
                (pair, string.Join('\n', changes.Select(change => Comparable(change, theirs.AsArray()))
                    .OfType<string>().Order())));
        }
    }

    static string? Comparable(JsonNode change)
    {
        var (type, description) = ((string)change["type"]!, (string)change["description"]!);
        return type switch
        {
            // Ours do not repeat the text.
            "DESCRIPTION_CHANGED" => type,

            // A built-in scalar comes and goes with what refers to it, which is told.
            "TYPE_REMOVED" when description.StartsWith("Standard scalar", StringComparison.Ordinal) => null,
            "TYPE_ADDED" when description.Split(' ')[0] is "Int" or "Float" or "ID" or "Boolean" => null,

            // Version 17 sets spaces inside the braces of a value; 16 and we do not.
            _ => $"{type}: {description}"
                .Replace("{ ", "{", StringComparison.Ordinal)
                .Replace(" }", "}", StringComparison.Ordinal),
        };
    }

    static string? Comparable(SchemaChange change, JsonArray theirs)
    {
        var type = JsonNamingPolicy.SnakeCaseUpper.ConvertName(change.Kind.ToString());
        return change.Kind switch
        {
            SchemaChangeKind.DescriptionChanged => type,
            _ when Ours.Contains(change.Kind) => null,

            // We say so of new types too.
            SchemaChangeKind.ImplementedInterfaceAdded when change.Message.Contains("new type") => null,

            // graphql-js tells the change of a type only where it has nothing to tell of the default.
            SchemaChangeKind.ArgChangedKindSafe or SchemaChangeKind.FieldChangedKindSafe
                when !theirs.Any(their => (string)their!["description"]! == change.Message) => null,
            _ => $"{type}: {change.Message.Replace(", and it is required now", "", StringComparison.Ordinal)}",
        };
    }
}
