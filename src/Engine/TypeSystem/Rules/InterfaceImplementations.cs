using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem.Rules;

/// <summary>
/// A type implements interfaces, each once, and the interfaces of its interfaces too; none implements itself, be it on
/// a detour.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#IsValidImplementation()"/>
sealed class InterfaceImplementations : SchemaRule
{
    public override void Check(SchemaDraft schema, SchemaErrors errors)
    {
        var types = schema.Types.ToDictionary(type => type.Name);
        foreach (var type in schema.DefinedTypes.OfType<ComplexType>())
        {
            var seen = new HashSet<string>();
            foreach (var name in Declared(type))
            {
                if (types[name] is not InterfaceType implemented)
                {
                    errors.Add(
                        type.Name,
                        $"Type {type} must only implement Interface types, it cannot implement {name}.",
                        Nodes(type, name));
                }
                else if (implemented == type)
                {
                    errors.Add(
                        type.Name,
                        $"Type {type} cannot implement itself because it would create a circular reference.",
                        Nodes(type, name));
                }
                else if (!seen.Add(name))
                {
                    errors.Add(type.Name, $"Type {type} can only implement {name} once.", Nodes(type, name));
                }
                else
                {
                    CheckTransitive(type, implemented, errors);
                }
            }
        }
    }

    static void CheckTransitive(ComplexType type, InterfaceType implemented, SchemaErrors errors)
    {
        foreach (var transitive in Declared(implemented).Except(Declared(type)))
        {
            errors.Add(
                type.Name,
                transitive == type.Name
                    ? $"Type {type} cannot implement {implemented} because it would create a circular reference."
                    : $"Type {type} must implement {transitive} because it is implemented by {implemented}.",
                [.. Nodes(implemented, transitive), .. Nodes(type, implemented.Name)]);
        }
    }

    static IEnumerable<string> Declared(ComplexType type) =>
        type.Definitions.SelectMany(SchemaDefinitions.InterfacesOf).Select(node => node.Name.Value);

    static NamedTypeNode[] Nodes(ComplexType type, string implemented) =>
    [
        .. type.Definitions.SelectMany(SchemaDefinitions.InterfacesOf).Where(node => node.Name.Value == implemented),
    ];
}
