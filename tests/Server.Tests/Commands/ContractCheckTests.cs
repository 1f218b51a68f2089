using System.Diagnostics;
using GraphApi.Harness;

namespace GraphApi.Server.Tests.Commands;

/// <summary>What of the contract a change may break unnoticed: nothing. In a repository made for the test.</summary>
public sealed class ContractCheckTests : IDisposable
{
    const string Contract = "schema/public.graphql";

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_breaking_change_fails_until_a_commit_names_it()
    {
        await CommitAsync("type Query { a: Int b: Int }", "One");
        await CommitAsync("type Query { a: Int }", "Two");
        var unnoticed = await CheckAsync();
        await GitAsync("commit", "--quiet", "--amend", "--message", "Two\n\nBreaking-Schema-Change: Query.b, unused");
        var named = await CheckAsync();

        Assert.Equal(1, unnoticed.Code);
        Assert.EndsWith(
            "breaking: Query.b: Field Query.b was removed.\n1 breaking, 0 dangerous, 0 safe.\n",
            unnoticed.Output,
            StringComparison.Ordinal);
        Assert.Equal(0, named.Code);
        Assert.Contains("breaking (accepted): Query.b: ", named.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_branch_is_compared_with_where_it_left_main()
    {
        await CommitAsync("type Query { a: Int b: Int }", "One");
        await GitAsync("checkout", "--quiet", "-b", "branch");
        await CommitAsync("type Query { a: Int }", "Two");
        await CommitAsync("type Query { a: Int c: Int }", "Three");

        var (code, output) = await CheckAsync();

        Assert.Equal(1, code);
        Assert.Contains("breaking: Query.b: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_nothing_to_compare_with_that_is_said()
    {
        var none = await CheckAsync();
        await CommitAsync("type Query { a: Int }", "One");
        var first = await CheckAsync();

        Assert.Equal((0, "The contract was not compared: this is no clone with history.\n"), none);
        Assert.Equal((0, "The contract was not compared: the clone has no commit before this one.\n"), first);
    }

    [Fact]
    public async Task A_base_that_does_not_exist_is_an_error()
    {
        await CommitAsync("type Query { a: Int }", "One");

        Assert.Equal((2, ""), await CheckAsync("nowhere"));
    }

    async Task CommitAsync(string contract, string message)
    {
        _folder.Write(Contract, contract);
        if (!Directory.Exists(_folder[".git"]))
        {
            await GitAsync("init", "--quiet", "--initial-branch", "main");
        }

        await GitAsync("add", Contract);
        await GitAsync("commit", "--quiet", "--message", message);
    }

    async Task GitAsync(params string[] arguments) => Assert.Equal(
        (0, ""),
        await RunAsync("git", ["-c", "user.name=test", "-c", "user.email=test@graphapi.example", .. arguments], null));

    Task<(int Code, string Output)> CheckAsync(string? contractBase = null) => RunAsync(
        Repository.PathOf(".ci", "check-contract"),
        ["dotnet", Path.Combine(AppContext.BaseDirectory, "GraphApi.Server.dll")],
        contractBase);

    async Task<(int Code, string Output)> RunAsync(string program, string[] arguments, string? contractBase)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = _folder.Path,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        start.Environment["CONTRACT_BASE"] = contractBase;
        start.Environment["GIT_CEILING_DIRECTORIES"] = Path.GetDirectoryName(_folder.Path);
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output);
    }
}
