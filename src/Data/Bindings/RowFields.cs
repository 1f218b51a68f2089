using System.Reflection;
using GraphApi.Data.Databases;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Data.Bindings;

/// <summary>
/// The fields of an object type whose rows are plain objects, made in memory. A field is the property of its name, or
/// declared.
/// </summary>
public abstract class RowFields<TRow> : ObjectFields
    where TRow : class
{
    /// <summary>
    /// The fields of the type called <paramref name="typeName"/>; null: as the row's class is called.
    /// </summary>
    protected RowFields(string? typeName = null)
        : base(typeName ?? typeof(TRow).Name, typeof(TRow))
    {
    }

    /// <summary>The field is worked out of the row, purely.</summary>
    protected void Memory<TValue>(string field, Func<TRow, TValue> read) =>
        Bind(field, new ReadBinding<TValue>(row => read((TRow)row)));

    /// <summary>
    /// The field is loaded by code of one's own, once for all rows of the level. <paramref name="load"/> returns one
    /// value a row, in order.
    /// </summary>
    protected void Batch<TSession, TValue>(
        string field,
        Func<TSession, IReadOnlyList<TRow>, CancellationToken, ValueTask<IReadOnlyList<TValue>>> load)
        where TSession : DataSession =>
        Declare(field, new BatchDeclaration<TSession, TRow, TValue>(load, []));

    internal sealed override void BindRows(SchemaBuilder builder) => builder.BindType<TRow>(TypeName);

    /// <summary>
    /// The field is an entity by its key; null where the key is, and where there is none that may be seen.
    /// </summary>
    protected void Entity<TEntity>(string field, Func<TRow, Guid?> key)
        where TEntity : class =>
        Declare(
            field,
            new EntitiesDeclaration(typeof(TEntity), row => key((TRow)row) is { } known ? [known] : [], isList: false));

    /// <summary>
    /// The field is a list of entities by their keys, in the order of the keys, without those that may not be seen.
    /// </summary>
    protected void Entities<TEntity>(string field, Func<TRow, IReadOnlyList<Guid>> keys)
        where TEntity : class =>
        Declare(field, new EntitiesDeclaration(typeof(TEntity), row => keys((TRow)row), isList: true));

    /// <summary>
    /// The field, which has <c>@connection</c>, is a page of rows that depend on the caller alone: the same for every
    /// row of this type.
    /// </summary>
    protected RootSource<TEntity> Connection<TEntity>(string field)
        where TEntity : class
    {
        var source = new RootSource<TEntity>();
        Declare(field, new RootDeclaration(RootKind.Connection, source));
        return source;
    }

    internal sealed override FieldDeclaration? FindByName(DataSchema schema, string field) =>
        PropertyNames.Find(typeof(TRow), field) is { } property ? new PropertyDeclaration(property) : null;

    sealed class PropertyDeclaration(PropertyInfo property) : FieldDeclaration
    {
        internal override FieldBinding Bind(DataSchema schema, FieldUse use) => PropertyBindings.Create(property);
    }
}
