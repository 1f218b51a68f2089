using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Execution;

/// <summary>
/// A coerced input object. A field that was not given and has no default is absent, which is not the same as null.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Input-Objects.Input-Coercion"/>
public sealed class InputObject
{
    readonly object?[] _values;
    readonly bool[] _given;

    /// <summary>An input object of values that are coerced.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="values">A value a field of the type, in its order; meaningful where <paramref name="given"/> says
    /// so.</param>
    /// <param name="given">Whether the field has a value, null included.</param>
    internal InputObject(InputObjectType type, object?[] values, bool[] given)
    {
        Type = type;
        _values = values;
        _given = given;
    }

    /// <summary>Its type.</summary>
    public InputObjectType Type { get; }

    /// <summary>Whether the field has a value, which then is in <paramref name="value"/> and may be null.</summary>
    public bool TryGet(InputValue field, out object? value)
    {
        value = _given[field.Index] ? _values[field.Index] : null;
        return _given[field.Index];
    }

    /// <summary>Whether the field of that name has a value; false also where the type has no such field.</summary>
    public bool TryGet(string name, out object? value)
    {
        value = null;
        return Type.FieldsByName.TryGetValue(name, out var field) && TryGet(field, out value);
    }
}
