using GraphApi.Engine.TypeSystem.Leaves;

namespace GraphApi.Engine.TypeSystem;

/// <summary>
/// A value that is already on the parent row. For a leaf it is written as it is read; for a composite type it is the
/// row, or the list of rows, of the level below. <see cref="Read"/> must be pure, must not wait, and must not throw.
/// </summary>
public abstract class ReadBinding : FieldBinding
{
    private protected ReadBinding(Type valueType)
    {
        ValueType = valueType;
    }

    /// <summary>The CLR type of the value.</summary>
    public Type ValueType { get; }

    /// <summary>The value of one row, boxed.</summary>
    public abstract object? Read(object row);

    /// <summary>The writer of the values of a field of leaf type.</summary>
    internal abstract LeafWriter CreateLeafWriter(GraphQLType type);
}

/// <summary>
/// A <see cref="ReadBinding"/> with the type of its value, so that leaves are written without boxing.
/// </summary>
#pragma warning disable MA0048 // the generic twin of ReadBinding
public class ReadBinding<TValue>(Func<object, TValue> read) : ReadBinding(typeof(TValue))
#pragma warning restore MA0048
{
    /// <summary>Reads the value of a row without boxing it.</summary>
    public Func<object, TValue> ReadTyped { get; } = read ?? throw new ArgumentNullException(nameof(read));

    /// <inheritdoc/>
    public sealed override object? Read(object row) => ReadTyped(row);

    /// <inheritdoc/>
    internal sealed override LeafWriter CreateLeafWriter(GraphQLType type) =>
        new LeafWriter<TValue>(type, this, ValueWriters.For<TValue>(type));
}
