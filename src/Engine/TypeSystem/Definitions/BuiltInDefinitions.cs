using GraphApi.Engine.Introspection;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem.Definitions;

/// <summary>
/// What the specification defines is not defined otherwise: types not at all, and a directive only with the arguments
/// that it has anyway.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System.Directives.Built-in-Directives"/>
sealed class BuiltInDefinitions : DefinitionRule
{
    public override void Check(SchemaDefinitions definitions, SchemaErrors errors)
    {
        foreach (var type in definitions.All.OfType<TypeDefinitionNode>().Where(type => !type.IsExtension))
        {
            var name = type.Name.Value;
            if (IntrospectionSchema.Defines(name))
            {
                errors.Add(name, $"The type \"{name}\" is built in and cannot be defined.", type.Name);
            }
        }

        foreach (var directive in definitions.Directives)
        {
            var name = directive.Name.Value;
            if (SpecifiedDirectives.Find(name) is { } specified
                && !Arguments(specified).SetEquals(Arguments(directive)))
            {
                errors.Add(
                    $"@{name}", $"The directive \"@{name}\" is built in and has other arguments.", directive.Name);
            }
        }
    }

    static HashSet<string> Arguments(DirectiveDefinitionNode directive) =>
        [.. directive.Arguments.Select(argument => argument.Name.Value)];
}
