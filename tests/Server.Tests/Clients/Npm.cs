using System.Diagnostics;
using System.Text;
using GraphApi.Harness;

namespace GraphApi.Server.Tests.Clients;

/// <summary>Runs the scripts of <c>tests/npm</c>: clients and judges that others wrote.</summary>
static class Npm
{
    /// <summary>
    /// What a script printed, trimmed. Fails with what it complained of where it fails. Skips where the packages are
    /// not installed, but in CI, where it fails.
    /// </summary>
    public static Task<string> RunAsync(string script, params ReadOnlySpan<string> arguments) =>
        TalkAsync(script, _ => Task.FromResult(""), arguments);

    /// <summary>
    /// The same of a script that asks on the way: a line that begins with <c>? </c> is answered by a line.
    /// </summary>
    public static Task<string> TalkAsync(
        string script, Func<string, Task<string>> answer, params ReadOnlySpan<string> arguments)
    {
        var isInstalled = Directory.Exists(Repository.PathOf("tests", "npm", "node_modules"));
        Assert.SkipWhen(
            !isInstalled && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")),
            "The npm packages are not installed: run npm ci in tests/npm.");
        return RunInstalledAsync([script, .. arguments], answer);
    }

    static async Task<string> RunInstalledAsync(string[] arguments, Func<string, Task<string>> answer)
    {
        var start = new ProcessStartInfo("node", arguments)
        {
            WorkingDirectory = Repository.PathOf("tests", "npm"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        try
        {
            var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var output = new StringBuilder();
            while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            {
                if (line.StartsWith("? ", StringComparison.Ordinal))
                {
                    await process.StandardInput.WriteLineAsync(await answer(line[2..]));
                    await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
                }
                else
                {
                    output.AppendLine(line);
                }
            }

            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(process.ExitCode == 0, await error);
            return output.ToString().Trim();
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }
}
