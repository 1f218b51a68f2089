using System.Collections.Immutable;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem.Definitions;

/// <summary>No field or directive has two arguments of the same name.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#FieldArgumentsDefinition"/>
sealed class UniqueArgumentDefinitionNames : DefinitionRule
{
    public override void Check(SchemaDefinitions definitions, SchemaErrors errors)
    {
        foreach (var directive in definitions.Directives)
        {
            Check($"@{directive.Name.Value}", directive.Arguments, errors);
        }

        foreach (var element in definitions.Elements)
        {
            if (element.Node is FieldDefinitionNode field)
            {
                Check(element.Coordinate, field.Arguments, errors);
            }
        }
    }

    static void Check(string owner, ImmutableArray<InputValueDefinitionNode> arguments, SchemaErrors errors)
    {
        foreach (var same in arguments.GroupBy(argument => argument.Name.Value).Where(group => group.Count() > 1))
        {
            var coordinate = $"{owner}({same.Key}:)";
            errors.Add(
                coordinate,
                $"Argument \"{coordinate}\" can only be defined once.",
                [.. same.Select(argument => argument.Name)]);
        }
    }
}
