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

    /// <summary>Whether the values of one operation are the same, but for one variable.</summary>
    /// <param name="other">Values of the same operation.</param>
    /// <param name="except">The variable that does not count; null: all do.</param>
    internal bool Equals(VariableValues other, string? except)
    {
        foreach (var (name, index) in _indexes)
        {
            if (name != except
                && (_given[index] != other._given[index]
                    || !CoercedEquality.AreEqual(_values[index], other._values[index])))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A hash that is the same where <see cref="Equals(VariableValues, string?)"/> holds.</summary>
    internal int GetHashCode(string? except)
    {
        var hash = default(HashCode);
        foreach (var (name, index) in _indexes)
        {
            if (name != except)
            {
                hash.Add(_given[index] ? CoercedEquality.Hash(_values[index]) : -1);
            }
        }

        return hash.ToHashCode();
    }
}
