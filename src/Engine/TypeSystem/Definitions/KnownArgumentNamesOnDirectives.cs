using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem.Definitions;

/// <summary>An argument that a directive in a schema is given is one of its definition.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Argument-Names"/>
sealed class KnownArgumentNamesOnDirectives : DefinitionRule
{
    public override void Check(SchemaDefinitions definitions, SchemaErrors errors)
    {
        foreach (var element in definitions.Elements)
        {
            foreach (var directive in element.Directives)
            {
                if (definitions.FindDirective(directive.Name.Value) is { } definition)
                {
                    Check(element.Coordinate, directive, definition, errors);
                }
            }
        }
    }

    static void Check(
        string coordinate,
        DirectiveNode directive,
        DirectiveDefinitionNode definition,
        SchemaErrors errors)
    {
        var known = definition.Arguments.Select(argument => argument.Name.Value).ToList();
        foreach (var argument in directive.Arguments.Where(argument => !known.Contains(argument.Name.Value)))
        {
            var name = argument.Name.Value;
            errors.Add(
                coordinate,
                $"Unknown argument \"{name}\" on directive \"@{definition.Name.Value}\"."
                    + NameSuggestions.For(name, known),
                argument);
        }
    }
}
