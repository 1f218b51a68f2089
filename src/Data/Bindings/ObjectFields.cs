using GraphApi.Engine.TypeSystem;

namespace GraphApi.Data.Bindings;

/// <summary>
/// How the fields of one object type are bound. A subclass declares, in its constructor, what is not found by name. The
/// bases are <see cref="EntityFields{TEntity}"/>, <see cref="RowFields{TRow}"/> and <see cref="RootFields"/>.
/// </summary>
public abstract class ObjectFields
{
    readonly Dictionary<string, FieldDeclaration> _declared = [];

    private protected ObjectFields(string typeName, Type? rowType)
    {
        TypeName = typeName;
        RowType = rowType;
    }

    /// <summary>The name of the object type.</summary>
    public string TypeName { get; }

    /// <summary>The CLR type of its rows; null for a root type.</summary>
    internal Type? RowType { get; }

    /// <summary>What was declared, by field.</summary>
    internal IReadOnlyDictionary<string, FieldDeclaration> Declared => _declared;

    /// <summary>
    /// What a field that was not declared is bound to by its name; null: to nothing, which the start reports.
    /// </summary>
    internal abstract FieldDeclaration? FindByName(DataSchema schema, string field);

    /// <summary>
    /// Binds a field to a binding of one's own, whose step gets whole rows only if <see cref="EntityFields{TEntity}"/>
    /// says what it requires.
    /// </summary>
    protected void Bind(string field, FieldBinding binding) => Declare(field, new FixedDeclaration(binding));

    /// <summary>Tells the builder what the rows are.</summary>
    internal abstract void BindRows(SchemaBuilder builder);

    private protected void Declare(string field, FieldDeclaration declaration)
    {
        ArgumentException.ThrowIfNullOrEmpty(field);
        if (!_declared.TryAdd(field, declaration))
        {
            throw new InvalidOperationException($"{TypeName}.{field} is declared twice.");
        }
    }

    sealed class FixedDeclaration(FieldBinding binding) : FieldDeclaration
    {
        internal override FieldBinding Bind(DataSchema schema, FieldUse use) => binding;
    }
}
