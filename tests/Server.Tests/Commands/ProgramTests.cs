using System.Diagnostics;
using GraphApi.Harness;
using GraphApi.Server.Commands;

namespace GraphApi.Server.Tests.Commands;

/// <summary>The program itself, started as a process in Production with nothing configured.</summary>
public sealed class ProgramTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_schema_is_exported_to_the_terminal_without_configuration_database_or_byte_order_mark()
    {
        var (code, output, error) = await RunAsync("schema", "export");

        Assert.Equal((0, ""), (code, error));
        Assert.Equal(await File.ReadAllBytesAsync(Repository.PathOf("schema", "public.graphql"), Cancelled), output);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task The_schema_replaces_a_file_and_leaves_nothing_beside_it()
    {
        _folder.Write("s.graphql", "old");

        var (code, output, error) = await RunAsync("schema", "export", "--output", "s.graphql");

        Assert.Equal((0, 0, ""), (code, output.Length, error));
        Assert.Equal([_folder["s.graphql"]], Directory.GetFileSystemEntries(_folder.Path));
        Assert.Equal(
            await File.ReadAllBytesAsync(Repository.PathOf("schema", "public.graphql"), Cancelled),
            await File.ReadAllBytesAsync(_folder["s.graphql"], Cancelled));
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_an_error()
    {
        var (code, _, error) = await RunAsync("schema", "export", "--output", "nowhere/s.graphql");

        Assert.Equal(CommandLine.Refused, code);
        Assert.StartsWith("nowhere/s.graphql: ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("schema", "diff", "one")]
    [InlineData("schema", "check", "documents")]
    [InlineData("schema", "diff", "a", "b", "--fail-on", "nothing")]
    [InlineData("nonsense")]
    public async Task Arguments_that_cannot_be_understood_are_refused(params string[] arguments)
    {
        var (code, _, error) = await RunAsync(arguments);

        Assert.Equal(CommandLine.Refused, code);
        Assert.NotEqual("", error);
    }

    [Fact]
    public async Task Values_of_options_are_written_small_too()
    {
        _folder.Write("a.graphql", "type Query { a: Int }");

        var (code, _, error) = await RunAsync("schema", "diff", "a.graphql", "a.graphql", "--fail-on", "dangerous");

        Assert.Equal((0, ""), (code, error));
    }

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    async Task<(int Code, byte[] Output, string Error)> RunAsync(params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "GraphApi.Server.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            WorkingDirectory = _folder.Path,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GRAPHAPI_")).ToList())
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        using var output = new MemoryStream();
        var error = process.StandardError.ReadToEndAsync(Cancelled);
        await process.StandardOutput.BaseStream.CopyToAsync(output, Cancelled);
        await process.WaitForExitAsync(Cancelled);
        return (process.ExitCode, output.ToArray(), await error);
    }
}
