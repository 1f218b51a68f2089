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
    public async Task On_main_every_change_is_looked_at_however_many_were_pushed_together()
    {
        await CommitAsync("type Query { a: Int b: Int }", "One");
        await CommitAsync("type Query { a: Int }", "Two");
        await CommitAsync("type Query { a: Int c: Int }", "Three");
        await CommitAsync("type Query { a: Int c: Int }", "Four", "other");
        var unnoticed = await CheckAsync(isCI: true);

        // It is made good by a later commit that names it...
        await CommitAsync("type Query { a: Int c: Int }", "Five\n\nBreaking-Schema-Change: Query.b", "third");
        var named = await CheckAsync(isCI: true);

        // ...or that takes it back.
        await GitAsync("reset", "--quiet", "--hard", "HEAD^");
        await CommitAsync("type Query { a: Int b: Int c: Int }", "Six");
        var restored = await CheckAsync(isCI: true);

        Assert.Equal(1, unnoticed.Code);
        Assert.Contains("\nbreaking: Query.b: ", unnoticed.Output, StringComparison.Ordinal);
        Assert.Equal(0, named.Code);
        Assert.Contains("\nbreaking (accepted): Query.b: ", named.Output, StringComparison.Ordinal);
        Assert.Equal(0, restored.Code);
    }

    [Fact]
    public async Task An_acknowledgement_cannot_be_used_twice()
    {
        await CommitAsync("type Query { a: Int b: Int }", "One");
        await CommitAsync("type Query { a: Int }", "Two\n\nBreaking-Schema-Change: Query.b");
        await CommitAsync("type Query { a: Int b: Int }", "Three");
        await CommitAsync("type Query { a: Int }", "Four");

        Assert.Equal(1, (await CheckAsync()).Code);
    }

    [Fact]
    public async Task What_is_not_committed_yet_is_compared_too()
    {
        await CommitAsync("type Query { a: Int b: Int }", "One");
        _folder.Write(Contract, "type Query { a: Int }");

        Assert.Equal(1, (await CheckAsync()).Code);
    }

    [Fact]
    public async Task The_first_contract_is_compared_with_nothing()
    {
        const string First = "The contract is what it was, or the first.\n";
        await CommitAsync("type Query { a: Int }", "One");
        var commit = await CheckAsync(isCI: true);
        await GitAsync("rm", "--quiet", Contract);
        await GitAsync("commit", "--quiet", "--amend", "--allow-empty", "--message", "One");
        await CommitAsync("type Query { a: Int }", "Two");
        var contract = await CheckAsync(isCI: true);

        Assert.Equal((0, First), commit);
        Assert.Equal((0, First), contract);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 2)]
    public async Task What_cannot_be_compared_fails_where_it_counts(bool isCI, int code)
    {
        _folder.Write(Contract, "type Query { a: Int }");
        var none = await CheckAsync(isCI: isCI);
        await CommitAsync("type Query { a: Int b: Int }", "One");
        await CommitAsync("type Query { a: Int }", "Two");
        await GitAsync("clone", "--quiet", "--depth", "1", $"file://{_folder.Path}", "shallow");
        var shallow = await CheckAsync(isCI: isCI, folder: "shallow");

        Assert.Equal((code, "The contract was not compared: this is no clone with history.\n"), none);
        Assert.Equal(
            (code, "The contract was not compared: the clone is shallow and lacks the commits before.\n"), shallow);
    }

    [Fact]
    public async Task A_clone_of_main_is_compared_as_main_is()
    {
        await CommitAsync("type Query { a: Int b: Int }", "One");
        await CommitAsync("type Query { a: Int }", "Two");
        await CommitAsync("type Query { a: Int }", "Three", "other");
        await GitAsync("clone", "--quiet", $"file://{_folder.Path}", "clone");

        Assert.Equal(1, (await CheckAsync(isCI: true, folder: "clone")).Code);
    }

    [Fact]
    public async Task History_that_cannot_be_read_is_an_error()
    {
        await CommitAsync("type Query { a: Int b: Int }", "One");
        var blob = (await RunAsync("git", ["rev-parse", $"HEAD:{Contract}"])).Output.Trim();
        await CommitAsync("type Query { a: Int }", "Two");
        File.Delete(_folder[Path.Combine(".git", "objects", blob[..2], blob[2..])]);

        Assert.Equal((128, ""), await CheckAsync());
    }

    [Fact]
    public async Task A_base_that_does_not_exist_is_an_error()
    {
        await CommitAsync("type Query { a: Int }", "One");

        Assert.Equal((2, ""), await CheckAsync("nowhere"));
    }

    async Task CommitAsync(string contract, string message, string? other = null)
    {
        _folder.Write(Contract, contract);
        if (!Directory.Exists(_folder[".git"]))
        {
            await GitAsync("init", "--quiet", "--initial-branch", "main");
        }

        if (other is not null)
        {
            _folder.Write(other, "");
        }

        await GitAsync("add", Contract, other ?? Contract);
        await GitAsync("commit", "--quiet", "--message", message);
    }

    async Task GitAsync(params string[] arguments) => Assert.Equal(
        (0, ""),
        await RunAsync("git", ["-c", "user.name=test", "-c", "user.email=test@graphapi.example", .. arguments]));

    Task<(int Code, string Output)> CheckAsync(string? contractBase = null, bool isCI = false, string folder = "") =>
        RunAsync(
            Repository.PathOf(".ci", "check-contract"),
            ["dotnet", Path.Combine(AppContext.BaseDirectory, "GraphApi.Server.dll")],
            contractBase,
            isCI,
            folder);

    async Task<(int Code, string Output)> RunAsync(
        string program, string[] arguments, string? contractBase = null, bool isCI = false, string folder = "")
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = _folder[folder],
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        start.Environment["CI"] = isCI ? "true" : null;
        start.Environment["CONTRACT_BASE"] = contractBase;
        start.Environment["GIT_CEILING_DIRECTORIES"] = Path.GetDirectoryName(_folder.Path);
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output);
    }
}
