using System.CommandLine;
using GraphApi.Distribution;
using GraphApi.Engine;
using GraphApi.Engine.Comparison;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Server.Commands;

/// <summary>The commands that work with schemas. They need no configuration, no database and no network.</summary>
static class SchemaCommands
{
    /// <summary><c>schema</c> with all below it.</summary>
    public static Command Create() => new("schema", "Work with the schema.")
    {
        Writer("export", "Write the schema as clients see it.", schema => SchemaPrinter.Print(schema)),
        Writer("access", "Write who may read what, for people.", DistributionModule.DescribeAccess),
        Writer("states", "Write how versions and reviews live, for people.", _ => DistributionModule.DescribeStates()),
        Check(),
        Diff(),
    };

    static Command Writer(string name, string description, Func<Schema, string> write)
    {
        var output = new Option<FileInfo?>("--output") { Description = "The file to write. Default: the terminal." };
        var command = new Command(name, description) { output };
        command.SetAction((parsed, cancellationToken) => SchemaExportCommand.RunAsync(
            write(DistributionModule.CreateSchema()), parsed.GetValue(output), Console.Error, cancellationToken));
        return command;
    }

    static Command Check()
    {
        var schema = new Option<FileInfo>("--schema")
        {
            Description = "The schema as SDL: what 'schema export' writes.",
            Required = true,
        };
        var documents = new Argument<string[]>("DOCUMENTS")
        {
            Description = "Files, folders (*.graphql and *.gql below them), or patterns such as 'src/**/*.graphql'.",
            Arity = ArgumentArity.OneOrMore,
        };
        var failOnDeprecated = new Option<bool>("--fail-on-deprecated")
        {
            Description = "Exit with 1 where something deprecated is used.",
        };
        var defaults = new EngineOptions();
        var maxFieldCost = new Option<double>("--max-field-cost")
        {
            Description = "What an operation may cost at most: Cost:MaxFieldCost of the server.",
            DefaultValueFactory = _ => defaults.MaxFieldCost,
        };
        var maxTypeCost = new Option<double>("--max-type-cost")
        {
            Description = "How many objects an operation may ask for at most: Cost:MaxTypeCost of the server.",
            DefaultValueFactory = _ => defaults.MaxTypeCost,
        };
        var json = Json();
        var command = new Command("check", "Check the documents of a client against a schema.")
        {
            schema, documents, maxFieldCost, maxTypeCost, failOnDeprecated, json,
        };
        command.SetAction((parsed, cancellationToken) => new SchemaCheckCommand(Console.Out, Console.Error).RunAsync(
            parsed.GetRequiredValue(schema),
            parsed.GetRequiredValue(documents),
            defaults with
            {
                MaxFieldCost = parsed.GetValue(maxFieldCost),
                MaxTypeCost = parsed.GetValue(maxTypeCost),
            },
            parsed.GetValue(failOnDeprecated),
            parsed.GetValue(json),
            cancellationToken));
        return command;
    }

    static Command Diff()
    {
        var previous = new Argument<FileInfo>("OLD") { Description = "The schema that clients use, as SDL." };
        var current = new Argument<FileInfo>("NEW") { Description = "The schema that they are to use, as SDL." };
        var failOn = new Option<ChangeSeverity>("--fail-on")
        {
            Description = "From which changes on to exit with 1.",
            DefaultValueFactory = _ => ChangeSeverity.Breaking,
        };
        var accept = new Option<string[]>("--accept")
        {
            Description = "The coordinate of a change that is wanted, as it is told. Can be given several times.",
            DefaultValueFactory = _ => [],
        };
        var json = Json();
        var command = new Command("diff", "Tell what a schema changes for clients: breaking, dangerous, safe.")
        {
            previous, current, failOn, accept, json,
        };
        command.SetAction((parsed, cancellationToken) => new SchemaDiffCommand(Console.Out, Console.Error).RunAsync(
            parsed.GetRequiredValue(previous),
            parsed.GetRequiredValue(current),
            parsed.GetValue(failOn),
            parsed.GetValue(accept) ?? [],
            parsed.GetValue(json),
            cancellationToken));
        return command;
    }

    static Option<bool> Json() => new("--json") { Description = "Write JSON for programs." };
}
