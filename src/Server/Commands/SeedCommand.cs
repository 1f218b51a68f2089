using System.Diagnostics;
using GraphApi.Distribution;
using GraphApi.Distribution.Demonstration;
using GraphApi.Server.Configuration;

namespace GraphApi.Server.Commands;

/// <summary>Fills the database with demonstration data. In Development only.</summary>
static class SeedCommand
{
    /// <summary>
    /// Migrates the database and writes the set of <paramref name="size"/>; with <paramref name="replace"/> what is
    /// there is deleted first, without it a database that holds data is left as it is. Returns the exit code.
    /// </summary>
    public static async Task<int> RunAsync(SeedSize size, bool replace, CancellationToken cancellationToken)
    {
        var options = ServerConfiguration.Read();
        if (!options.IsDevelopment)
        {
            await Console.Error.WriteLineAsync("Demonstration data is made in Development only.");
            return CommandLine.Refused;
        }

        await using var module = ServeCommand.Open(options);
        await module.MigrateAsync(cancellationToken);
        if (await SeedAsync(module, size, replace, cancellationToken))
        {
            return 0;
        }

        await Console.Error.WriteLineAsync("The database holds data. '--replace' deletes it and begins anew.");
        return CommandLine.Refused;
    }

    /// <summary>
    /// Writes a set, with progress on the terminal. False where the database holds data and nothing was done.
    /// </summary>
    public static async Task<bool> SeedAsync(
        DistributionModule module, SeedSize size, bool replace, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        using var progress = new TerminalProgress(Console.Error);
        var result = await module.SeedAsync(size, replace, progress, cancellationToken);
        if (result.IsSeeded)
        {
            var rows = result.Rows.Values.Sum();
            progress.Finish($"Made demonstration data {size}: {rows:N0} rows in {watch.Elapsed.TotalSeconds:0.0} s.");
        }

        return result.IsSeeded;
    }
}
