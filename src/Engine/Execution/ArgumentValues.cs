using System.Collections.Immutable;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Execution;

/// <summary>
/// The coerced arguments of a field. Values are what the coercion of their type makes: int, double, string, bool, the
/// CLR type of a scalar, a CLR enum (or name), <see cref="InputObject"/>, and <c>object?[]</c> for lists.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#CoerceArgumentValues()"/>
public sealed class ArgumentValues
{
    readonly ImmutableArray<InputValue> _arguments;
    readonly object?[] _values;
    readonly bool[] _given;

    internal ArgumentValues(ImmutableArray<InputValue> arguments, object?[] values, bool[] given)
    {
        _arguments = arguments;
        _values = values;
        _given = given;
    }

    /// <summary>No arguments.</summary>
    public static ArgumentValues None { get; } = new([], [], []);

    /// <summary>Whether the argument has a value, from the request or by default, null included.</summary>
    public bool TryGet(string name, out object? value)
    {
        for (var i = 0; i < _arguments.Length; i++)
        {
            if (_arguments[i].Name == name)
            {
                value = _values[i];
                return _given[i];
            }
        }

        value = null;
        return false;
    }

    /// <summary>
    /// The value of the argument; the default of <typeparamref name="T"/> where it is absent or null.
    /// </summary>
    public T? Get<T>(string name) => TryGet(name, out var value) && value is not null ? (T)value : default;
}
