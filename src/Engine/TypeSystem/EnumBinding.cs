namespace GraphApi.Engine.TypeSystem;

/// <summary>
/// Ties the values of an enum to the members of a CLR enum, by name: letters and digits decide, underscores and case do
/// not (<c>AMBER_STRICT</c> is <c>AmberStrict</c>). Each must have its twin.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Enums"/>
static class EnumBinding
{
    /// <summary>Sets <see cref="EnumType.ClrType"/> and the values; reports what has no twin.</summary>
    public static void Bind(EnumType type, Type clrType, SchemaErrors errors)
    {
        type.ClrType = clrType;
        var members = new Dictionary<string, string>();
        foreach (var member in Enum.GetNames(clrType))
        {
            if (!members.TryAdd(Normalize(member), member))
            {
                errors.Add(type.Name, $"{clrType.Name}.{member} and another member have the same name in GraphQL.");
            }
        }

        foreach (var value in type.Values)
        {
            Bind(value, clrType, members, errors);
        }

        foreach (var member in members.Values)
        {
            errors.Add(type.Name, $"{clrType.Name}.{member} has no value in the enum {type.Name}.");
        }
    }

    static void Bind(EnumValue value, Type clrType, Dictionary<string, string> members, SchemaErrors errors)
    {
        if (members.Remove(Normalize(value.Name), out var member))
        {
            value.Value = Enum.Parse(clrType, member);
        }
        else
        {
            errors.Add(value.Coordinate, $"{clrType.Name} has no member for it.");
        }
    }

    static string Normalize(string name) => name.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();
}
