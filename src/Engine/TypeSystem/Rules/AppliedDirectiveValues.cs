using System.Collections.Immutable;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem.Rules;

/// <summary>The arguments that directives in a schema are given fit their types.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Values-of-Correct-Type"/>
sealed class AppliedDirectiveValues : SchemaRule
{
    public override void Check(SchemaDraft schema, SchemaErrors errors)
    {
        // A position that is not of an input type has no values at all, which another rule says.
        if (!schema.InputValues.All(value => value.Type.IsInput))
        {
            return;
        }

        var directives = schema.Directives.ToDictionary(directive => directive.Name);
        Check("schema", schema.AppliedDirectives, directives, errors);
        foreach (var element in schema.Elements)
        {
            Check(element.Coordinate, SchemaDraft.DirectivesOf(element), directives, errors);
        }
    }

    static void Check(
        string coordinate,
        ImmutableArray<DirectiveNode> nodes,
        Dictionary<string, DirectiveDefinition> directives,
        SchemaErrors errors)
    {
        foreach (var node in nodes)
        {
            var directive = directives[node.Name.Value];
            foreach (var argument in node.Arguments)
            {
                var type = directive.ArgumentsByName[argument.Name.Value].Type;
                if (!LiteralCoercion.TryCoerce(argument.Value, type, variables: null, out _, out var error))
                {
                    errors.Add(
                        coordinate,
                        $"Argument \"{argument.Name.Value}\" of \"{directive.Coordinate}\" is invalid. {error}",
                        argument.Value);
                }
            }
        }
    }
}
