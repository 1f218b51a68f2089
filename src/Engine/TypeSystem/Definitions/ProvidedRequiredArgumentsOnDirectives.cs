using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem.Definitions;

/// <summary>A directive in a schema is given the arguments that it needs.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Required-Arguments"/>
sealed class ProvidedRequiredArgumentsOnDirectives : DefinitionRule
{
    public override void Check(SchemaDefinitions definitions, SchemaErrors errors)
    {
        foreach (var element in definitions.Elements)
        {
            foreach (var directive in element.Directives)
            {
                foreach (var argument in definitions.FindDirective(directive.Name.Value)?.Arguments ?? [])
                {
                    var name = argument.Name.Value;
                    if (argument is { Type: NonNullTypeNode, DefaultValue: null }
                        && !directive.Arguments.Any(given => given.Name.Value == name))
                    {
                        errors.Add(
                            element.Coordinate,
                            $"Directive \"@{directive.Name.Value}\" argument \"{name}\" of type "
                                + $"\"{Printer.Print(argument.Type)}\" is required, but it was not provided.",
                            directive);
                    }
                }
            }
        }
    }
}
