using GraphApi.Engine.Execution;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem.Rules;

/// <summary>
/// The directives of a schema are defined, stand where they may and as often as they may, and have the arguments they
/// need.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Validation.Directives"/>
sealed class AppliedDirectives : SchemaRule
{
    public override void Check(SchemaDraft schema, SchemaErrors errors)
    {
        var directives = schema.Directives.ToDictionary(directive => directive.Name);
        var self = new SchemaElement("schema", "schema", DirectiveLocations.Schema, schema.AppliedDirectives);
        foreach (var element in schema.Elements.Prepend(self))
        {
            var seen = new HashSet<string>();
            foreach (var node in element.Directives)
            {
                var name = node.Name.Value;
                if (!directives.TryGetValue(name, out var directive))
                {
                    errors.Add(element.Coordinate, $"Unknown directive \"@{name}\".");
                    continue;
                }

                if (!directive.Locations.Contains(element.Location))
                {
                    errors.Add(element.Coordinate, $"Directive \"@{name}\" may not be used on {element.Location}.");
                }

                if (!seen.Add(name) && !directive.IsRepeatable)
                {
                    errors.Add(
                        element.Coordinate,
                        $"The directive \"@{name}\" can only be used once at this location.");
                }

                CheckArguments(element.Coordinate, directive, node, errors);
            }
        }
    }

    static void CheckArguments(
        string coordinate,
        DirectiveDefinition directive,
        DirectiveNode node,
        SchemaErrors errors)
    {
        var given = new HashSet<string>();
        foreach (var argument in node.Arguments)
        {
            var name = argument.Name.Value;
            if (!directive.ArgumentsByName.TryGetValue(name, out var definition))
            {
                errors.Add(coordinate, $"Unknown argument \"{name}\" on directive \"@{directive.Name}\".");
            }
            else if (!given.Add(name))
            {
                errors.Add(coordinate, $"There can be only one argument named \"{name}\" on \"@{directive.Name}\".");
            }
            else if (definition.Type.IsInput
                && !LiteralCoercion.TryCoerce(argument.Value, definition.Type, variables: null, out _, out var error))
            {
                errors.Add(coordinate, $"Argument \"{name}\" of \"@{directive.Name}\" is invalid. {error}");
            }
        }

        foreach (var required in directive.Arguments.Where(a => a.IsRequired && !given.Contains(a.Name)))
        {
            errors.Add(
                coordinate,
                $"Directive \"@{directive.Name}\" argument \"{required.Name}\" of type \"{required.Type}\" is "
                    + "required, but it was not provided.");
        }
    }
}
