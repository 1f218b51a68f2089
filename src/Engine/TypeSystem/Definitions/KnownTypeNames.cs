using GraphApi.Engine.Introspection;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem.Definitions;

/// <summary>A name that refers to a type is the name of one.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-References"/>
sealed class KnownTypeNames : DefinitionRule
{
    public override void Check(SchemaDefinitions definitions, SchemaErrors errors)
    {
        var defined = definitions.Types
            .Where(nodes => nodes.Any(node => !node.IsExtension))
            .Select(nodes => nodes.Key)
            .ToHashSet();
        foreach (var (coordinate, type) in definitions.References)
        {
            var name = type.Name.Value;
            if (!defined.Contains(name) && !IntrospectionSchema.Defines(name))
            {
                var known = IntrospectionSchema.TypeNames.Concat(defined);
                errors.Add(coordinate, $"Unknown type \"{name}\".{NameSuggestions.For(name, known)}", type);
            }
        }
    }
}
