using GraphApi.Engine.Comparison;
using GraphApi.Server.Commands;

namespace GraphApi.Server.Tests.Commands;

/// <summary>How a change of the contract is told, and when it fails a build.</summary>
public sealed class SchemaDiffCommandTests : IDisposable
{
    const string Old = "type Query { a: Int! b: Int } enum E { A }";
    const string New = "type Query { a: Int c: Int } enum E { A B }";

    const string Changes = """
        breaking: Query.b: Field Query.b was removed.
        breaking: Query.a: Field Query.a changed type from Int! to Int.
        dangerous: E.B: Enum value E.B was added.
        safe: Query.c: Field Query.c was added.
        2 breaking, 1 dangerous, 1 safe.

        """;

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Breaking_changes_come_first_and_fail() =>
        Assert.Equal((1, Changes, ""), await DiffAsync(Old, New));

    [Fact]
    public async Task What_clients_cannot_tell_apart_does_not_fail() =>
        Assert.Equal(
            (0, "For clients nothing changes: documents mean, return and cost the same.\n", ""),
            await DiffAsync(Old, Old, ChangeSeverity.Safe));

    [Theory]
    [InlineData(ChangeSeverity.Breaking, 0)]
    [InlineData(ChangeSeverity.Dangerous, 1)]
    public async Task Dangerous_changes_fail_where_they_are_to(ChangeSeverity failOn, int code) => Assert.Equal(
        (code, "dangerous: E.B: Enum value E.B was added.\n0 breaking, 1 dangerous, 0 safe.\n", ""),
        await DiffAsync("type Query { a: Int } enum E { A }", "type Query { a: Int } enum E { A B }", failOn));

    [Fact]
    public async Task A_change_that_is_accepted_by_its_coordinate_does_not_fail()
    {
        var one = await DiffAsync(Old, New, accepted: ["Query.b"]);
        var all = await DiffAsync(Old, New, accepted: ["Query.a", "Query.b"]);

        Assert.Equal((1, 0), (one.Code, all.Code));
        Assert.Equal(Changes.Replace("breaking: Q", "breaking (accepted): Q", StringComparison.Ordinal), all.Output);
    }

    [Fact]
    public async Task Programs_read_json() => Assert.Equal(
        (1, """
            {
              "breaking": 1,
              "dangerous": 0,
              "safe": 0,
              "changes": [
                {
                  "severity": "BREAKING",
                  "kind": "FIELD_CHANGED_KIND",
                  "coordinate": "Query.a",
                  "message": "Field Query.a changed type from Int! to Int.",
                  "accepted": false
                }
              ]
            }

            """, ""),
        await DiffAsync("type Query { a: Int! }", "type Query { a: Int }", json: true));

    [Fact]
    public async Task Both_schemas_are_read_before_the_command_gives_up()
    {
        var (code, output, error) = await DiffAsync("type Query {", "nonsense");

        Assert.Equal(
            (2, "", $"{_folder["old.graphql"]}:1:13: Syntax Error: Expected Name, found <EOF>.\n"
                + $"{_folder["new.graphql"]}:1:1: Syntax Error: Unexpected Name \"nonsense\".\n"),
            (code, output, error));
    }

    async Task<(int Code, string Output, string Error)> DiffAsync(
        string previous,
        string current,
        ChangeSeverity failOn = ChangeSeverity.Breaking,
        string[]? accepted = null,
        bool json = false)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await new SchemaDiffCommand(output, error).RunAsync(
            new FileInfo(_folder.Write("old.graphql", previous)),
            new FileInfo(_folder.Write("new.graphql", current)),
            failOn,
            accepted ?? [],
            json,
            TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
