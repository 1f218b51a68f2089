using System.CommandLine;
using System.Data.Common;
using GraphApi.Server.Configuration;
using GraphApi.Server.Transport;
using Microsoft.Extensions.Logging.Abstractions;

namespace GraphApi.Server.Commands;

/// <summary>The commands that keep the trusted documents of the database.</summary>
static class DocumentsCommands
{
    /// <summary><c>documents</c> with all below it.</summary>
    public static Command Create() =>
        new("documents", "Keep the documents that are trusted.") { Import(), List(), Remove() };

    static Command Import()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Documents (*.graphql, *.gql), manifests (*.json), or folders of them (docs/documents.md).",
            Arity = ArgumentArity.OneOrMore,
        };
        var client = new Option<string?>("--client") { Description = "Whose they are: a portal's name." };
        var command = new Command("import", "Trust documents.") { files, client };
        command.SetAction((parsed, cancellationToken) => RunAsync(documents => documents.ImportAsync(
            parsed.GetRequiredValue(files), parsed.GetValue(client), cancellationToken)));
        return command;
    }

    static Command List()
    {
        var client = new Option<string?>("--client") { Description = "Whose. Default: everybody's." };
        var json = new Option<bool>("--json") { Description = "Write JSON for programs." };
        var command = new Command("list", "Name the documents that are trusted.") { client, json };
        command.SetAction((parsed, cancellationToken) => RunAsync(documents => documents.ListAsync(
            parsed.GetValue(client), parsed.GetValue(json), cancellationToken)));
        return command;
    }

    static Command Remove()
    {
        var ids = new Argument<string[]>("ID")
        {
            Description = "What 'documents list' names first.",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("remove", "Trust documents no longer; they stop within 30 seconds.") { ids };
        command.SetAction((parsed, cancellationToken) => RunAsync(documents => documents.RemoveAsync(
            parsed.GetRequiredValue(ids), cancellationToken)));
        return command;
    }

    static Task<int> RunAsync(Func<DocumentsCommand, Task<int>> run) => CommandLine.GuardAsync(async () =>
    {
        var options = ServerConfiguration.Read();
        await using var module = ServeCommand.Open(options);
        try
        {
            await module.MigrateAsync(CancellationToken.None);
            // The limits of the server that shall run the documents, costs included.
            var limits = GraphQLService.EngineOptionsOf(options, NullLoggerFactory.Instance);
            return await run(new DocumentsCommand(module, limits, Console.Out, Console.Error));
        }
        catch (DbException exception)
        {
            await Console.Error.WriteLineAsync($"The database does not do it: {exception.Message}");
            return CommandLine.Refused;
        }
    });
}
