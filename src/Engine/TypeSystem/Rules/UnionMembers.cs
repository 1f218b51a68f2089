using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem.Rules;

/// <summary>The members of a union are object types, each once.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Unions.Type-Validation"/>
sealed class UnionMembers : SchemaRule
{
    public override void Check(SchemaDraft schema, SchemaErrors errors)
    {
        var types = schema.Types.ToDictionary(type => type.Name);
        foreach (var union in schema.DefinedTypes.OfType<UnionType>())
        {
            NamedTypeNode[] nodes =
                [.. union.Definitions.Cast<UnionTypeDefinitionNode>().SelectMany(definition => definition.Members)];
            var seen = new HashSet<string>();
            foreach (var name in nodes.Select(node => node.Name.Value))
            {
                if (!seen.Add(name))
                {
                    errors.Add(union.Name, $"Union type {union} can only include type {name} once.", Nodes(name));
                }
                else if (types[name] is not ObjectType)
                {
                    errors.Add(
                        union.Name,
                        $"Union type {union} can only include Object types, it cannot include {name}.",
                        Nodes(name));
                }
            }

            NamedTypeNode[] Nodes(string member) => [.. nodes.Where(node => node.Name.Value == member)];
        }
    }
}
