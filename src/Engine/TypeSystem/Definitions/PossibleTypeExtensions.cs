using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem.Definitions;

/// <summary>A type extension is of the kind of the type that it extends, which is defined.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-Extensions"/>
sealed class PossibleTypeExtensions : DefinitionRule
{
    public override void Check(SchemaDefinitions definitions, SchemaErrors errors)
    {
        foreach (var extension in definitions.All.OfType<TypeDefinitionNode>().Where(type => type.IsExtension))
        {
            var name = extension.Name.Value;
            var extended = definitions.Types[name].LastOrDefault(type => !type.IsExtension);
            if (extended is null)
            {
                var known = definitions.Types.Where(type => type.Any(node => !node.IsExtension)).Select(t => t.Key);
                errors.Add(
                    name,
                    $"Cannot extend type \"{name}\" because it is not defined.{NameSuggestions.For(name, known)}",
                    extension.Name);
            }
            else if (extended.GetType() != extension.GetType())
            {
                errors.Add(name, $"Cannot extend non-{KindOf(extension)} type \"{name}\".", extended, extension);
            }
        }
    }

    static string KindOf(TypeDefinitionNode type) => type switch
    {
        ScalarTypeDefinitionNode => "scalar",
        ObjectTypeDefinitionNode => "object",
        InterfaceTypeDefinitionNode => "interface",
        UnionTypeDefinitionNode => "union",
        EnumTypeDefinitionNode => "enum",
        _ => "input object",
    };
}
