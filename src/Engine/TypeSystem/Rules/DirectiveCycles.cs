using System.Collections.Immutable;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem.Rules;

/// <summary>
/// No directive stands at its own definition, be it by the types of its arguments or by other directives.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System.Directives.Type-Validation"/>
sealed class DirectiveCycles : SchemaRule
{
    public override void Check(SchemaDraft schema, SchemaErrors errors)
    {
        var directives = schema.Directives.ToDictionary(directive => directive.Name);
        foreach (var directive in schema.DefinedDirectives)
        {
            if (Reaches(directive, directives))
            {
                errors.Add(
                    directive.Coordinate,
                    $"Directive {directive.Coordinate} must not refer to itself, directly or by other definitions.",
                    directive.Definition);
            }
        }
    }

    static bool Reaches(DirectiveDefinition start, Dictionary<string, DirectiveDefinition> directives)
    {
        var seen = new HashSet<object>();
        var open = new Stack<object>([start]);
        while (open.TryPop(out var next))
        {
            foreach (var reference in References(next, directives))
            {
                if (reference == start)
                {
                    return true;
                }

                if (seen.Add(reference))
                {
                    open.Push(reference);
                }
            }
        }

        return false;
    }

    static IEnumerable<object> References(object definition, Dictionary<string, DirectiveDefinition> directives) =>
        definition switch
        {
            DirectiveDefinition directive => References(directive.Arguments, directives),
            InputObjectType input => References(input.Fields, directives)
                .Concat(Applied(input.AppliedDirectives, directives)),
            EnumType enumeration => enumeration.Values
                .SelectMany(value => Applied(value.AppliedDirectives, directives))
                .Concat(Applied(enumeration.AppliedDirectives, directives)),
            NamedType type => Applied(type.AppliedDirectives, directives),
            _ => [],
        };

    static IEnumerable<object> References(
        ImmutableArray<InputValue> values,
        Dictionary<string, DirectiveDefinition> directives) =>
        values.SelectMany(value => Applied(value.AppliedDirectives, directives).Append(value.Type.Named));

    static IEnumerable<object> Applied(
        ImmutableArray<DirectiveNode> nodes,
        Dictionary<string, DirectiveDefinition> directives) =>
        nodes.Select(node => directives.GetValueOrDefault(node.Name.Value)).OfType<object>();
}
