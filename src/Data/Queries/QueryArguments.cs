using System.Globalization;
using System.Linq.Expressions;

namespace GraphApi.Data.Queries;

/// <summary>
/// What one request asks of a statement, taken apart: a shape, which names the statement, and the values, which are its
/// parameters. The same walk over the arguments collects both and, where the shape is new, builds the expression; so
/// they cannot get out of step. Mutable.
/// </summary>
/// <param name="builder">Builds the expression; null where only shape and values are collected.</param>
sealed class QueryArguments(QueryBuilder? builder = null)
{
    readonly List<object?> _values = [];
    char[] _shape = new char[64];
    int _length;

    /// <summary>The builder; null while collecting.</summary>
    public QueryBuilder? Builder { get; } = builder;

    /// <summary>The shape so far.</summary>
    public ReadOnlySpan<char> Shape => _shape.AsSpan(0, _length);

    /// <summary>The values so far.</summary>
    public IReadOnlyList<object?> Values => _values;

    /// <summary>The values with room for those of the context.</summary>
    public object?[] ToArray(int extra)
    {
        var values = new object?[_values.Count + extra];
        _values.CopyTo(values);
        return values;
    }

    /// <summary>Adds a mark to the shape.</summary>
    public void Mark(char mark)
    {
        if (_length == _shape.Length)
        {
            Array.Resize(ref _shape, _length * 2);
        }

        _shape[_length++] = mark;
    }

    /// <summary>Adds a number to the shape, and a mark that ends it.</summary>
    public void Mark(int number)
    {
        Span<char> digits = stackalloc char[11];
        number.TryFormat(digits, out var count, provider: CultureInfo.InvariantCulture);
        foreach (var digit in digits[..count])
        {
            Mark(digit);
        }

        Mark('.');
    }

    /// <summary>Adds a value; returns its parameter where an expression is built, else null.</summary>
    public Expression? Value(object? value, Type type)
    {
        _values.Add(value);
        return Builder?.Value(type);
    }
}
