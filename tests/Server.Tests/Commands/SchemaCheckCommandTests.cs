using GraphApi.Engine;
using GraphApi.Server.Commands;

namespace GraphApi.Server.Tests.Commands;

/// <summary>What a portal's team learns in its build.</summary>
public sealed class SchemaCheckCommandTests : IDisposable
{
    const string Sdl = """
        type Query { product: Product }
        type Product { id: ID! title: String number: String @deprecated(reason: "Use id.") }
        """;

    readonly TemporaryFolder _folder = new();

    public SchemaCheckCommandTests() => _folder.Write("schema.graphql", Sdl);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Good_documents_are_counted_and_the_schema_beside_them_is_none()
    {
        _folder.Write("a.graphql", "query A { product { ...F } }");
        _folder.Write("f.graphql", "fragment F on Product { id }");

        Assert.Equal((0, "2 files: 0 errors, 0 warnings.\n", ""), await CheckAsync(""));
    }

    [Fact]
    public async Task A_bad_document_is_told_as_compilers_tell_it()
    {
        var file = _folder.Write("a.graphql", "query A {\n  product { id nope }\n}");

        Assert.Equal(
            (1, $"{file}:2:16: error: Cannot query field \"nope\" on type \"Product\".\n1 file: 1 error, 0 warnings.\n", ""),
            await CheckAsync("a.graphql"));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task What_is_deprecated_is_a_warning_unless_it_is_to_fail(bool failOnDeprecated, int code)
    {
        var file = _folder.Write("a.graphql", "{ product { number } }");

        Assert.Equal(
            (code, $"{file}:1:13: warning: The field Product.number is deprecated. Use id.\n1 file: 0 errors, 1 warning.\n", ""),
            await CheckAsync("a.graphql", failOnDeprecated));
    }

    [Fact]
    public async Task What_costs_more_than_the_server_allows_is_an_error()
    {
        _folder.Write("schema.graphql", """
            type Query { product: Product @cost(weight: "10") }
            type Product { id: ID! }
            directive @cost(weight: String!) on FIELD_DEFINITION
            """);
        var file = _folder.Write("a.graphql", "query A { product { id } }");

        Assert.Equal((0, "1 file: 0 errors, 0 warnings.\n", ""), await CheckAsync("a.graphql"));
        Assert.Equal(
            (1, $"{file}:1:7: error: The maximum allowed field cost was exceeded. It is 10, of 9.\n"
                + "1 file: 1 error, 0 warnings.\n", ""),
            await CheckAsync("a.graphql", limits: new EngineOptions { MaxFieldCost = 9 }));
    }

    [Fact]
    public async Task Programs_read_json()
    {
        var file = _folder.Write("a.graphql", "{ product {");

        Assert.Equal(
            (1, $$"""
                {
                  "files": 1,
                  "errors": 1,
                  "warnings": 0,
                  "problems": [
                    {
                      "severity": "ERROR",
                      "kind": "SYNTAX",
                      "message": "Syntax Error: Expected Name, found <EOF>.",
                      "locations": [
                        {
                          "file": "{{file}}",
                          "line": 1,
                          "column": 12
                        }
                      ]
                    }
                  ]
                }

                """, ""),
            await CheckAsync("a.graphql", json: true));
    }

    [Fact]
    public async Task A_path_without_documents_is_no_success() => Assert.Equal(
        (2, "", $"{_folder["nothing"]}: There is no such document.\n"), await CheckAsync("nothing"));

    [Fact]
    public async Task A_file_that_is_not_utf_8_is_refused()
    {
        File.WriteAllBytes(_folder["a.graphql"], [(byte)'{', 0xff, (byte)'}']);

        Assert.Equal((2, "", $"{_folder["a.graphql"]}: The file is not UTF-8.\n"), await CheckAsync("a.graphql"));
    }

    [Fact]
    public async Task A_schema_that_cannot_be_read_is_told_with_its_place()
    {
        _folder.Write("schema.graphql", "type Query {\n  a: Int!!\n}");
        _folder.Write("a.graphql", "{ a }");

        Assert.Equal(
            (2, "", $"{_folder["schema.graphql"]}:2:10: Syntax Error: Expected Name, found \"!\".\n"),
            await CheckAsync("a.graphql"));
    }

    [Fact]
    public async Task A_schema_that_is_none_is_told_with_the_places()
    {
        _folder.Write("schema.graphql", "type Query { a: Nope }");
        _folder.Write("a.graphql", "{ a }");

        Assert.Equal(
            (2, "", $"{_folder["schema.graphql"]}:1:17: Query.a: Unknown type \"Nope\".\n"),
            await CheckAsync("a.graphql"));
    }

    async Task<(int Code, string Output, string Error)> CheckAsync(
        string path, bool failOnDeprecated = false, bool json = false, EngineOptions? limits = null)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await new SchemaCheckCommand(output, error).RunAsync(
            new FileInfo(_folder["schema.graphql"]),
            [_folder[path].TrimEnd('/')],
            limits ?? new EngineOptions(),
            failOnDeprecated,
            json,
            TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
