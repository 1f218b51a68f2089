using System.Text;
using System.Text.Json;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Distribution.Tests;

/// <summary>Every field, filter and order of the schema runs on both databases, for staff and for nobody.</summary>
public abstract class EveryFieldTests(DistributionHost host)
{
    public static TheoryData<string> Connections =>
    [
        "feed", "products", "fusionCenters", "organizations", "sectors", "communityLifelines", "topics",
        "jurisdictions", "disciplines", "distributionLists", "resources", "accessGrants",
        "administrativeEvents", "recalls", "feedback",
    ];

    [Theory]
    [MemberData(nameof(Connections))]
    public async Task Every_field_below_a_root_field_can_be_selected(string field)
    {
        var selection = SelectionOf(host.Module.Schema.QueryType.FieldsByName[field].Type.Named, depth: 3);
        OnlyRefusals(await host.ExecuteAsync("supervisor", $"{{ {field}(first: 3) {selection} }}"));
    }

    [Fact]
    public async Task Every_field_of_the_viewer_can_be_selected()
    {
        var selection = SelectionOf(host.Module.Schema.QueryType.FieldsByName["me"].Type.Named, depth: 2);
        foreach (var name in new[] { "partner-hospital", "supervisor", "client-hsin", "administrator" })
        {
            var response = await host.ExecuteAsync(name, $"{{ me {selection} }}");
            OnlyRefusals(response);
            Assert.Equal(
                "Viewer",
                response.GetProperty("data").GetProperty("me").GetProperty("__typename").GetString());
        }
    }

    [Theory]
    [MemberData(nameof(Connections))]
    public async Task Every_order_of_a_root_field_runs(string field)
    {
        var order = host.Module.Schema.QueryType.FieldsByName[field].ArgumentsByName["order"].Type.Named;
        foreach (var term in OrdersOf((InputObjectType)order, depth: 1))
        {
            foreach (var direction in new[] { "ASC", "DESC" })
            {
                var arguments = $"order: [{term.Replace("?", direction, StringComparison.Ordinal)}]";
                var first = await host.DataAsync("supervisor", Page(field, $"first: 2, {arguments}"));
                var pageInfo = first.GetProperty(field).GetProperty("pageInfo");
                if (pageInfo.GetProperty("hasNextPage").GetBoolean())
                {
                    var after = pageInfo.GetProperty("endCursor").GetString();
                    await host.DataAsync("supervisor", Page(field, $"first: 2, after: \"{after}\", {arguments}"));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Connections))]
    public async Task Every_filter_of_a_root_field_runs(string field)
    {
        var arguments = host.Module.Schema.QueryType.FieldsByName[field].ArgumentsByName;
        var where = (InputObjectType)arguments["where"].Type.Named;
        foreach (var condition in ConditionsOf(where, depth: 0))
        {
            await host.DataAsync("supervisor", Page(field, $"first: 2, where: {condition}"));
        }
    }

    /// <summary>
    /// Some fields are for few, or for a purpose: to others they are null with this error, and there is no other.
    /// </summary>
    static void OnlyRefusals(JsonElement response)
    {
        var codes = response.TryGetProperty("errors", out var list)
            ? list.EnumerateArray().Select(e => e.GetProperty("extensions").GetProperty("code").GetString())
            : [];
        Assert.Subset(new HashSet<string?> { "AUTH_NOT_AUTHORIZED", "ACCESS_PURPOSE_REQUIRED" }, codes.ToHashSet());
        Assert.Equal(JsonValueKind.Object, response.GetProperty("data").ValueKind);
    }

    static string Page(string field, string arguments) =>
        "{ " + field + "(" + arguments + ") { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }";

    static string SelectionOf(NamedType type, int depth)
    {
        var selection = new StringBuilder("{ __typename ");
        if (type is ComplexType complex)
        {
            foreach (var field in complex.Fields.Where(f => !f.Arguments.Any(a => a.IsRequired)))
            {
                if (field.Type.IsLeaf)
                {
                    selection.Append(field.Name).Append(' ');
                }
                else if (depth > 0 || field.Type.Named.Name == "PageInfo")
                {
                    var page = field.ArgumentsByName.ContainsKey("first") ? "(first: 2)" : "";
                    selection.Append(field.Name).Append(page).Append(' ')
                        .Append(SelectionOf(field.Type.Named, depth - 1));
                }
            }
        }
        return selection.Append("} ").ToString();
    }

    static IEnumerable<string> OrdersOf(InputObjectType type, int depth) => type.Fields.SelectMany(field =>
        field.Type.Named is InputObjectType nested
            ? depth > 0 ? OrdersOf(nested, depth - 1).Select(term => $"{{ {field.Name}: {term} }}") : []
            : [$"{{ {field.Name}: ? }}"]);

    static IEnumerable<string> ConditionsOf(InputObjectType type, int depth)
    {
        foreach (var field in type.Fields)
        {
            var named = field.Type.Named;
            if (named is InputObjectType nested)
            {
                if (field.Name is "and" or "or")
                {
                    yield return $"{{ {field.Name}: [{{}}] }}";
                }
                else if (nested.Name.EndsWith("OperationFilterInput", StringComparison.Ordinal)
                    || nested.Name.StartsWith("List", StringComparison.Ordinal)
                    || depth > 0)
                {
                    foreach (var inner in ConditionsOf(nested, depth - 1))
                    {
                        yield return $"{{ {field.Name}: {inner} }}";
                    }
                }
            }
            else if (field.Name is "eq" or "neq")
            {
                yield return $"{{ {field.Name}: {Sample(named)} }}";
            }
            else if (field.Name is "in" or "nin")
            {
                yield return $"{{ {field.Name}: [{Sample(named)}] }}";
            }
            else
            {
                yield return $"{{ {field.Name}: {Sample(named)} }}";
            }
        }
    }

    static string Sample(NamedType type) => type switch
    {
        EnumType values => values.Values[0].Name,
        { Name: "Int" or "Long" } => "1",
        { Name: "Boolean" } => "true",
        { Name: "DateTime" } => "\"2026-11-01T00:00:00Z\"",
        { Name: "LocalDate" } => "\"2026-11-01\"",
        { Name: "ID" } => "\"UHJvZHVjdDoAAAAAAAAAAAAAAAAAAAAA\"",
        _ => "\"a\"",
    };
}

public sealed class SqliteEveryFieldTests(SqliteHost host) : EveryFieldTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresEveryFieldTests(PostgresHost host) : EveryFieldTests(host), IClassFixture<PostgresHost>;
