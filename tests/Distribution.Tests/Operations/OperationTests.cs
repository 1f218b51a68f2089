using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using GraphApi.Distribution.Demonstration;
using GraphApi.Harness;

namespace GraphApi.Distribution.Tests.Operations;

/// <summary>
/// Each <c>.graphql</c> file of this folder, run on the smallest demonstration set by the principal its first line
/// names (<c># as partner-hospital</c>, <c># as nobody</c>), with <c>.variables.json</c> where there is one. Beside it
/// lie its snapshots: the response and the plan, which are the same on both databases, and the statements of each.
/// </summary>
public abstract partial class OperationTests(DistributionHost host, string provider)
{
    static readonly JsonSerializerOptions Pretty = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    static string Folder => Repository.PathOf("tests", "Distribution.Tests", "Operations");

    public static TheoryData<string> Operations =>
    [
        .. Directory.EnumerateFiles(Folder, "*.graphql", SearchOption.AllDirectories)
            .Select(file => Path.ChangeExtension(Path.GetRelativePath(Folder, file), null).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task The_operation_answers_plans_and_queries_as_its_snapshots_say(string operation)
    {
        var path = Path.Combine(Folder, operation);
        var document = File.ReadAllText(path + ".graphql").ReplaceLineEndings("\n");
        JsonElement? variables = File.Exists(path + ".variables.json")
            ? JsonElement.Parse(File.ReadAllText(path + ".variables.json"))
            : null;

        var response = await host.ExecuteAsync(PrincipalOf(document), document, variables);

        Snapshot.Match(path + ".response.json", JsonSerializer.Serialize(response, Pretty));
        Snapshot.Match($"{path}.{provider}.sql", StatementsOf(host.Sql.Statements));
        Snapshot.Match(path + ".plan.txt", host.Engine.Explain(document).Plan!.ToString());
    }

    /// <summary>The name in the first line; null for nobody.</summary>
    static string? PrincipalOf(string document)
    {
        var match = FirstLine().Match(document);
        Assert.True(match.Success, "The first line must name the principal: # as partner-hospital");
        var name = match.Groups["name"].Value;
        Assert.True(name == "nobody" || DemonstrationPrincipals.Find(name) is not null, $"Nobody is called {name}.");
        return name == "nobody" ? null : name;
    }

    static string StatementsOf(IReadOnlyList<string> statements) => statements.Count == 0
        ? "-- No statement."
        : string.Join("\n\n", statements.Select((text, i) => $"-- {i + 1}\n{text.Trim()}"));

    [GeneratedRegex(@"\A# as (?<name>[\w-]+)\n")]
    private static partial Regex FirstLine();
}

public sealed class SqliteOperationTests(SqliteHost host)
    : OperationTests(host, "sqlite"), IClassFixture<SqliteHost>;

public sealed class PostgresOperationTests(PostgresHost host)
    : OperationTests(host, "postgresql"), IClassFixture<PostgresHost>;
