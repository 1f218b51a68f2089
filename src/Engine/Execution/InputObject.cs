using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Execution;

/// <summary>
/// A coerced input object. A field that was not given and has no default is absent, which is not the same as null.
/// </summary>
/// <param name="type">Its type.</param>
/// <param name="values">A value a field of the type, in its order; meaningful where <paramref name="given"/> says
/// so.</param>
/// <param name="given">Whether the field has a value, null included.</param>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Input-Objects.Input-Coercion"/>
public sealed class InputObject(InputObjectType type, object?[] values, bool[] given)
{
    /// <summary>Its type.</summary>
    public InputObjectType Type { get; } = type;

    /// <summary>Whether the field has a value, which then is in <paramref name="value"/> and may be null.</summary>
    public bool TryGet(InputValue field, out object? value)
    {
        value = given[field.Index] ? values[field.Index] : null;
        return given[field.Index];
    }

    /// <summary>Whether the field of that name has a value; false also where the type has no such field.</summary>
    public bool TryGet(string name, out object? value)
    {
        value = null;
        return Type.FieldsByName.TryGetValue(name, out var field) && TryGet(field, out value);
    }
}
