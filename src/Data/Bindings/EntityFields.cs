using System.Linq.Expressions;
using System.Reflection;
using GraphApi.Data.Databases;
using GraphApi.Data.Projections;
using GraphApi.Engine.TypeSystem;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphApi.Data.Bindings;

/// <summary>
/// The fields of an object type whose rows are entities. A field is found by name: <c>publicNumber</c> is the property
/// <c>PublicNumber</c>, be it a column, a reference to one other entity (joined into the same statement) or a
/// collection (one statement a level; also through a join entity that has one reference to the field's type). <c>id:
/// ID!</c> is the global id of the key. What is not found so, a subclass declares in its constructor.
/// </summary>
/// <typeparam name="TEntity">The entity; its key is one <see cref="Guid"/>.</typeparam>
/// <example><code>
/// sealed class BookFields : EntityFields&lt;Book&gt;
/// {
///     public BookFields()
///     {
///         OrderByDescending(b => b.PublishedAt);
///         Computed("shelved", b => b.IsShelved, b => b.ShelfId != null);
///         Memory("label", b => b.Title + b.Number, b => b.Title, b => b.Number);
///         Children("authors", b => b.Authorships.Select(a => a.Author));
///     }
/// }
/// </code></example>
public abstract class EntityFields<TEntity> : EntityFields
    where TEntity : class
{
    /// <summary>The fields of the type called <paramref name="typeName"/>; null: as the entity is called.</summary>
    protected EntityFields(string? typeName = null)
        : base(typeName ?? typeof(TEntity).Name, typeof(TEntity))
    {
    }

    /// <summary>
    /// The field is a mapped property of another name, or one that is read together with others: where it is selected,
    /// the properties of <paramref name="besides"/> are loaded as well.
    /// </summary>
    protected void Column<TValue>(
        string field,
        Expression<Func<TEntity, TValue>> property,
        params Expression<Func<TEntity, object?>>[] besides) =>
        Declare(field, new ColumnDeclaration(property, sql: null, besides));

    /// <summary>
    /// The field is a mapped property that is read together with a computed one: where it is selected, what
    /// <paramref name="sql"/> says is loaded into <paramref name="computed"/>, which is not mapped, and the properties
    /// of <paramref name="besides"/> are loaded as well.
    /// </summary>
    protected void ColumnWithComputed<TValue, TComputed>(
        string field,
        Expression<Func<TEntity, TValue>> property,
        Expression<Func<TEntity, TComputed>> computed,
        Expression<Func<TEntity, TComputed>> sql,
        params Expression<Func<TEntity, object?>>[] besides) =>
        Declare(field, new ColumnDeclaration(property, sql: null, besides, (computed, sql)));

    /// <summary>
    /// The field, of type <c>ID</c>, is the global id of the entity that <paramref name="key"/> is a key of.
    /// </summary>
    protected void NodeId(string field, Expression<Func<TEntity, Guid?>> key, string typeName) =>
        Declare(field, new NodeIdDeclaration(key, typeName));

    /// <summary>The field is computed by the database and loaded into a property that is not mapped.</summary>
    protected void Computed<TValue>(
        string field,
        Expression<Func<TEntity, TValue>> property,
        Expression<Func<TEntity, TValue>> sql) =>
        Declare(field, new ColumnDeclaration(property, sql));

    /// <summary>
    /// As the other one; the expression may read properties of the context, which have the request's values. Where the
    /// field is selected, the properties of <paramref name="besides"/> are loaded as well.
    /// </summary>
    protected void Computed<TContext, TValue>(
        string field,
        Expression<Func<TEntity, TValue>> property,
        Expression<Func<TContext, TEntity, TValue>> sql,
        params Expression<Func<TEntity, object?>>[] besides) =>
        Declare(field, new ColumnDeclaration(property, sql, besides));

    /// <summary>
    /// The field is worked out in memory, purely. <paramref name="requires"/> are the properties that
    /// <paramref name="read"/> reads; others are not loaded. A path over references (<c>b => b.Shelf!.Room</c>) loads
    /// these too; they may be null.
    /// </summary>
    protected void Memory<TValue>(
        string field,
        Func<TEntity, TValue> read,
        params Expression<Func<TEntity, object?>>[] requires) =>
        Declare(field, new MemoryDeclaration<TEntity, TValue>(read, requires));

    /// <summary>
    /// The field is a reference under another name, or one that is read together with properties of its row: where it
    /// is selected, those of <paramref name="besides"/> are loaded as well.
    /// </summary>
    protected void Reference<TTarget>(
        string field,
        Expression<Func<TEntity, TTarget?>> navigation,
        params Expression<Func<TEntity, object?>>[] besides)
        where TTarget : class =>
        Declare(field, new ReferenceDeclaration(navigation, besides));

    /// <summary>The field, of abstract type, is the first of these references that is not null.</summary>
    protected void OneOf(string field, params Expression<Func<TEntity, object?>>[] navigations) =>
        Declare(field, new OneOfDeclaration(navigations));

    /// <summary>
    /// The field is a collection: <c>s => s.Books</c>, or through a join entity <c>b => b.Authorships.Select(a =>
    /// a.Author)</c>. Its order is that of the children's type, unless the result says another one.
    /// </summary>
    protected ListOrder<TChild> Children<TChild>(
        string field,
        Expression<Func<TEntity, IEnumerable<TChild>>> collection)
        where TChild : class
    {
        var order = new ListOrder<TChild>();
        Declare(field, new ChildrenDeclaration(collection, order));
        return order;
    }

    /// <summary>
    /// The field is loaded by code of one's own, once for all rows of the level. <paramref name="load"/> returns one
    /// value a row, in order; <paramref name="requires"/> are the properties it reads.
    /// </summary>
    protected void Batch<TSession, TValue>(
        string field,
        Func<TSession, IReadOnlyList<TEntity>, CancellationToken, ValueTask<IReadOnlyList<TValue>>> load,
        params Expression<Func<TEntity, object?>>[] requires)
        where TSession : DataSession =>
        Declare(field, new BatchDeclaration<TSession, TEntity, TValue>(load, requires));

    /// <summary>
    /// The order of lists of this type where nobody asks for another; ties are broken by the key. Repeatable.
    /// </summary>
    protected void OrderBy<TKey>(Expression<Func<TEntity, TKey>> key) => AddOrder(new OrderTerm(key, false));

    /// <summary>As <see cref="OrderBy"/>, from the greatest. Null is greater than every value.</summary>
    protected void OrderByDescending<TKey>(Expression<Func<TEntity, TKey>> key) => AddOrder(new OrderTerm(key, true));

    internal sealed override void BindRows(SchemaBuilder builder) => builder.BindType<TEntity>(TypeName);
}

/// <summary>The <see cref="EntityFields{TEntity}"/> without their type.</summary>
#pragma warning disable MA0048 // the twin of the generic one
public abstract class EntityFields : ObjectFields
#pragma warning restore MA0048
{
    readonly List<OrderTerm> _order = [];
    readonly Dictionary<string, FieldTarget> _targets = [];

    private protected EntityFields(string typeName, Type entity)
        : base(typeName, entity)
    {
    }

    /// <summary>The order of lists of this type where nobody asks for another.</summary>
    internal IReadOnlyList<OrderTerm> Order => _order;

    /// <summary>The entity in the model; set when the fields are added to a schema.</summary>
    internal IEntityType Entity { get; private set; } = null!;

    /// <summary>The key.</summary>
    internal PropertyInfo Key { get; private set; } = null!;

    /// <summary>What a field is to conditions and orders; null: nothing.</summary>
    internal FieldTarget? Target(string field) => _targets.GetValueOrDefault(field);

    /// <summary>The guard of the field that is a column or a reference; null: no guarded field is.</summary>
    internal RowGuard? GuardOf(PropertyInfo property) => _targets.Values
        .Where(target => target switch
        {
            ValueTarget value => value.Property.Name == property.Name,
            ReferenceTarget reference => reference.Navigation.Name == property.Name,
            _ => false,
        })
        .Select(target => target.Guard)
        .FirstOrDefault(guard => guard is not null);

    /// <summary>Finds the entity; says what is wrong where that cannot be.</summary>
    internal string? Attach(IModel model)
    {
        if (model.FindEntityType(RowType!) is not { } entity)
        {
            return $"{RowType!.Name} is no entity of the model.";
        }

        if (entity.FindPrimaryKey()?.Properties is not [{ PropertyInfo: { } key }] || key.PropertyType != typeof(Guid))
        {
            return $"{RowType!.Name} must have a key of one property of type Guid.";
        }

        Entity = entity;
        Key = key;
        return null;
    }

    /// <summary>Keeps what a binding is to conditions and orders.</summary>
    internal void Bound(string field, FieldBinding binding)
    {
        if (binding is IProjectedField { Target: { } target } projected)
        {
            _targets.Add(field, target with { Guard = projected.Guard });
        }
    }

    internal sealed override FieldDeclaration? FindByName(DataSchema schema, string field)
    {
        if (PropertyNames.Find(RowType!, field) is not { } property)
        {
            return null;
        }

        var row = Expression.Parameter(RowType!, "row");
        var lambda = Expression.Lambda(Expression.Property(row, property), row);
        if (field == "id" && property == Key)
        {
            return new NodeIdDeclaration(lambda, TypeName);
        }

        if (Entity.FindProperty(property.Name) is not null)
        {
            return new ColumnDeclaration(lambda);
        }

        INavigationBase? navigation = Entity.FindNavigation(property.Name);
        navigation ??= Entity.FindSkipNavigation(property.Name);
        return navigation switch
        {
            null => null,
            { IsCollection: true } => new ChildrenDeclaration(lambda, order: null),
            _ => new ReferenceDeclaration(lambda),
        };
    }

    private protected void AddOrder(OrderTerm term) => _order.Add(term);
}
