namespace GraphApi.Engine.TypeSystem.Rules;

/// <summary>
/// A type declares the interfaces of its interfaces too, and no interface implements itself, be it on a detour.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#IsValidImplementation()"/>
sealed class InterfaceImplementations : SchemaRule
{
    public override void Check(SchemaDraft schema, SchemaErrors errors)
    {
        foreach (var type in schema.DefinedTypes.OfType<ComplexType>())
        {
            foreach (var implemented in type.Interfaces)
            {
                if (implemented == type)
                {
                    errors.Add(
                        type.Name,
                        $"Type {type} cannot implement itself because it would create a circular reference.");
                    continue;
                }

                CheckTransitive(type, implemented, errors);
            }
        }
    }

    static void CheckTransitive(ComplexType type, InterfaceType implemented, SchemaErrors errors)
    {
        foreach (var transitive in implemented.Interfaces)
        {
            if (transitive == type)
            {
                errors.Add(
                    type.Name,
                    $"Type {type} cannot implement {implemented} because it would create a circular reference.");
            }
            else if (!type.Interfaces.Contains(transitive) && transitive != implemented)
            {
                errors.Add(
                    type.Name,
                    $"Type {type} must implement {transitive} because it is implemented by {implemented}.");
            }
        }
    }
}
