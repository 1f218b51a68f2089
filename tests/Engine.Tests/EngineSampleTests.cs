using System.Diagnostics;
using GraphApi.Harness;

namespace GraphApi.Engine.Tests;

/// <summary>The program that docs/engine.md shows is the one that is built, and writes what the page says.</summary>
public class EngineSampleTests
{
    static readonly string Page = Repository.Text("docs/engine.md");

    [Theory]
    [InlineData("Program.cs")]
    [InlineData("Library.cs")]
    public void The_page_shows_the_file(string file) => Assert.Contains(
        $"```csharp\n{Repository.Text($"docs/samples/EngineSample/{file}")}```",
        Page,
        StringComparison.Ordinal);

    [Fact]
    public async Task The_page_shows_what_the_program_writes()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "GraphApi.EngineSample.dll")])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, process.ExitCode);
        Assert.Contains($"```text\n{output.ReplaceLineEndings("\n").TrimEnd()}\n```", Page, StringComparison.Ordinal);
    }
}
