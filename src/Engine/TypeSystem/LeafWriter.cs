using System.Text.Json;
using GraphApi.Engine.TypeSystem.Leaves;

namespace GraphApi.Engine.TypeSystem;

/// <summary>
/// Writes the values of a field of leaf type (or of lists of it) straight from their rows. What depends on the types
/// alone is worked out when it is made; writing a value of a common type boxes nothing.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Result-Coercion"/>
abstract class LeafWriter
{
    private protected LeafWriter(bool refusesNull, bool canBeInvalid)
    {
        RefusesNull = refusesNull;
        CanBeInvalid = canBeInvalid;
    }

    /// <summary>
    /// Whether a row can have a value that is an error, so that rows have to be looked at before the response is begun:
    /// <see cref="RefusesNull"/> or <see cref="CanBeInvalid"/>.
    /// </summary>
    public bool CanFail => RefusesNull || CanBeInvalid;

    /// <summary>Whether the field may not be null although its CLR type can be.</summary>
    public bool RefusesNull { get; }

    /// <summary>Whether <see cref="TryWrite"/> can return false.</summary>
    public bool CanBeInvalid { get; }

    /// <summary>The writer of a field.</summary>
    /// <param name="type">The field's type: a scalar, an enum, or a wrapping of one.</param>
    /// <param name="binding">How its values are read.</param>
    public static LeafWriter Create(GraphQLType type, ReadBinding binding) => binding.CreateLeafWriter(type);

    /// <summary>Whether the value of the row, null included, is one of the type, which is written.</summary>
    public abstract bool CanWrite(object row);

    /// <summary>The value of the row, boxed.</summary>
    public abstract object? Read(object row);

    /// <summary>
    /// Writes the value of the row, null included; false, with an unknown part written, where it is no value of the
    /// type.
    /// </summary>
    public abstract bool TryWrite(Utf8JsonWriter writer, object row);
}

/// <summary>The writer of a field whose values have a known CLR type.</summary>
#pragma warning disable MA0048 // the generic twin of LeafWriter
sealed class LeafWriter<TValue>(GraphQLType type, ReadBinding<TValue> binding, ValueWriter<TValue> values)
    : LeafWriter(type.IsNonNull && values.CanBeNull, values.CanBeInvalid)
#pragma warning restore MA0048
{
    readonly Func<object, TValue> _read = binding.ReadTyped;

    public override bool CanWrite(object row)
    {
        var value = _read(row);
        return (!RefusesNull || !values.IsNull(value)) && values.CanWrite(value);
    }

    public override object? Read(object row) => _read(row);

    public override bool TryWrite(Utf8JsonWriter writer, object row) => values.TryWrite(writer, _read(row));
}
