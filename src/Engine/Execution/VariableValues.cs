using System.Collections.Frozen;

namespace GraphApi.Engine.Execution;

/// <summary>The coerced variables of a request, in the order in which the operation defines them.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#CoerceVariableValues()"/>
public sealed class VariableValues
{
    readonly FrozenDictionary<string, int> _indexes;
    readonly object?[] _values;
    readonly bool[] _given;

    internal VariableValues(FrozenDictionary<string, int> indexes, object?[] values, bool[] given)
    {
        _indexes = indexes;
        _values = values;
        _given = given;
    }

    /// <summary>No variables.</summary>
    public static VariableValues None { get; } = new(FrozenDictionary<string, int>.Empty, [], []);

    /// <summary>Whether the variable has a value, from the request or by default, null included.</summary>
    public bool TryGet(string name, out object? value)
    {
        if (_indexes.TryGetValue(name, out var index))
        {
            value = _values[index];
            return _given[index];
        }

        value = null;
        return false;
    }
}
