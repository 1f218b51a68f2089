using System.Diagnostics;
using GraphApi.Harness;

namespace GraphApi.Server.Tests.Clients;

/// <summary>Runs the scripts of <c>tests/npm</c>: clients and judges that others wrote.</summary>
static class Npm
{
    /// <summary>
    /// What a script printed, trimmed. Fails with what it complained of where it fails. Skips where the packages are
    /// not installed, but in CI, where it fails.
    /// </summary>
    public static Task<string> RunAsync(string script, params ReadOnlySpan<string> arguments)
    {
        var isInstalled = Directory.Exists(Repository.PathOf("tests", "npm", "node_modules"));
        Assert.SkipWhen(
            !isInstalled && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")),
            "The npm packages are not installed: run npm ci in tests/npm.");
        return RunInstalledAsync([script, .. arguments]);
    }

    static async Task<string> RunInstalledAsync(string[] arguments)
    {
        var start = new ProcessStartInfo("node", arguments)
        {
            WorkingDirectory = Repository.PathOf("tests", "npm"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, await error);
        return (await output).Trim();
    }
}
