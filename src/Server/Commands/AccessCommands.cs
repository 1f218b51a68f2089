using System.CommandLine;
using System.Globalization;
using GraphApi.Distribution.AccessRecords;
using GraphApi.Server.Configuration;

namespace GraphApi.Server.Commands;

/// <summary>The commands about the records of who read what, and about the database they are in.</summary>
static class AccessCommands
{
    /// <summary>The exit code where records were changed, or reads were outside their audience.</summary>
    public const int Found = 1;

    /// <summary><c>access verify</c> and <c>access reconcile</c>.</summary>
    public static Command Create()
    {
        var heads = new Option<ChainEnd[]>("--head")
        {
            Description = "What an earlier run printed, such as heads:17:… or 3:1024:…, to be compared; repeatable. "
                + "@file reads lines of a file.",
            AllowMultipleArgumentsPerToken = true,
            CustomParser = result =>
                [.. result.Tokens.Select(token => ReadHead(result, token.Value)).OfType<ChainEnd>()],
        };
        var verify = new Command("verify", "Check that no record of a read was changed, left out or added.") { heads };
        verify.SetAction((parsed, cancellationToken) => CommandLine.GuardAsync(
            () => VerifyAsync(parsed.GetValue(heads) ?? [], Console.Out, cancellationToken)));
        var day = new Option<DateOnly?>("--day")
        {
            Description = "The day in UTC, such as 2026-11-21. Default: yesterday.",
            CustomParser = result => DateOnly.TryParseExact(
                result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed)
                ? parsed
                : Refuse(result),
        };
        var reconcile = new Command("reconcile", "Compare the reads of a day with the audiences they were meant for.")
        {
            day,
        };
        reconcile.SetAction((parsed, cancellationToken) => CommandLine.GuardAsync(
            () => ReconcileAsync(parsed.GetValue(day), Console.Out, cancellationToken)));
        return new Command("access", "Look after the records of who read what.") { verify, reconcile };
    }

    /// <summary><c>migrate</c>.</summary>
    public static Command CreateMigrate()
    {
        var migrate = new Command("migrate", "Bring the database up to date, and give the server's role its rights.");
        migrate.SetAction((_, cancellationToken) => CommandLine.GuardAsync(async () =>
        {
            await using var module = ServeCommand.Open(ServerConfiguration.Read());
            await module.MigrateAsync(cancellationToken);
            return 0;
        }));
        return migrate;
    }

    static async Task<int> VerifyAsync(
        ChainEnd[] heads, TextWriter output, CancellationToken cancellationToken)
    {
        await using var module = ServeCommand.Open(ServerConfiguration.Read());
        var result = await module.VerifyAccessRecordsAsync(heads, cancellationToken);
        await output.WriteLineAsync(result.Problem is null
            ? $"{result.Records:N0} records in {result.Chains:N0} chains are as they were written."
            : $"{result.Problem} Before it {result.Records:N0} records are as they were written.");
        foreach (var end in result.Ends)
        {
            await output.WriteLineAsync(end.ToString());
        }

        return result.Problem is null ? 0 : Found;
    }

    static async Task<int> ReconcileAsync(DateOnly? day, TextWriter output, CancellationToken cancellationToken)
    {
        await using var module = ServeCommand.Open(ServerConfiguration.Read());
        var compared = day ?? DateOnly.FromDateTime(module.Options.Time.GetUtcNow().UtcDateTime).AddDays(-1);
        var result = await module.ReconcileAsync(compared, again: true, cancellationToken);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Day:yyyy-MM-dd}: {result.Outside:N0} of {result.Reads:N0} reads were outside the audience."));
        return result.Outside == 0 ? 0 : Found;
    }

    static ChainEnd? ReadHead(System.CommandLine.Parsing.ArgumentResult result, string line)
    {
        if (ChainEnd.Parse(line) is { } end)
        {
            return end;
        }

        result.AddError("--head must be what access verify printed, such as heads:17: and 64 hexadecimal digits.");
        return null;
    }

    static DateOnly? Refuse(System.CommandLine.Parsing.ArgumentResult result)
    {
        result.AddError("--day must be a date such as 2026-11-21.");
        return null;
    }
}
