using System.Linq.Expressions;
using GraphApi.Data.Filtering;
using GraphApi.Data.Queries;
using GraphApi.Engine.Execution;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Data.Bindings;

/// <summary>
/// Where a root field reads, and in which order. Mutable while it is declared. Query filters always apply.
/// </summary>
/// <typeparam name="TEntity">The entity.</typeparam>
public sealed class RootSource<TEntity> : RootSource
    where TEntity : class
{
    /// <summary>
    /// Reads what <paramref name="source"/> returns instead of all rows. It may read properties of the context, which
    /// have the request's values.
    /// </summary>
    public RootSource<TEntity> From<TContext>(Expression<Func<TContext, IQueryable<TEntity>>> source)
        where TContext : DbContext
    {
        Query = source;
        return this;
    }

    /// <summary>
    /// On PostgreSQL, in the default order, reads the page by merging sorted partitions: the first rows of each
    /// partition by its index, then the first of these. See <see cref="MergedSource{TContext, TKey, TEntity}"/>.
    /// </summary>
    public RootSource<TEntity> MergedOnPostgreSql<TContext, TKey>(
        MergedSource<TContext, TKey, TEntity> merged)
        where TContext : DbContext
    {
        Merged = merged;
        return this;
    }

    /// <summary>
    /// Reads only the rows of what the argument names, an <c>ID!</c>: those whose key for the id's type equals it. An
    /// id that is malformed or of another type names nothing, so that there are no rows.
    /// </summary>
    /// <param name="argument">The argument.</param>
    /// <param name="keys">By the name of a type, what of a row must equal the id; at least one.</param>
    public RootSource<TEntity> NamedBy(
        string argument, params (string TypeName, Expression<Func<TEntity, Guid?>> Key)[] keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentOutOfRangeException.ThrowIfZero(keys.Length);
        Name = new RootName(argument, [.. keys.Select(key => (key.TypeName, (LambdaExpression)key.Key))]);
        return this;
    }

    /// <summary>
    /// Reads only the rows for which a condition holds, where the argument, a <c>Boolean!</c>, is true.
    /// </summary>
    /// <param name="argument">The argument.</param>
    /// <param name="holds">The condition.</param>
    public RootSource<TEntity> When(string argument, Expression<Func<TEntity, bool>> holds)
    {
        Flag = new RootFlag(argument, holds);
        return this;
    }

    /// <summary>
    /// Tells the session, before anything is read, that the field is, and what its argument of <see cref="NamedBy"/>
    /// names: null where that is nothing.
    /// </summary>
    public RootSource<TEntity> Noting<TSession>(Action<TSession, (string TypeName, Guid Key)?> note)
        where TSession : class
    {
        Note = (session, name) => note((TSession)session!, name);
        return this;
    }

    /// <summary>
    /// Then by <paramref name="key"/>, from the least. Null is greater than every value; ties are broken by the key.
    /// </summary>
    public RootSource<TEntity> OrderBy<TValue>(Expression<Func<TEntity, TValue>> key)
    {
        AddOrder(new OrderTerm(key, false));
        return this;
    }

    /// <summary>Then by <paramref name="key"/>, from the greatest.</summary>
    public RootSource<TEntity> OrderByDescending<TValue>(Expression<Func<TEntity, TValue>> key)
    {
        AddOrder(new OrderTerm(key, true));
        return this;
    }
}

/// <summary>A <see cref="RootSource{TEntity}"/> without its type.</summary>
#pragma warning disable MA0048 // the twin of the generic one
public abstract class RootSource
#pragma warning restore MA0048
{
    readonly List<OrderTerm> _order = [];

    private protected RootSource()
    {
    }

    /// <summary>From a context to a query; null: all rows.</summary>
    internal LambdaExpression? Query { get; private protected set; }

    /// <summary>How a page is read on PostgreSQL in the default order; null: as everywhere.</summary>
    internal MergedSource? Merged { get; private protected set; }

    /// <summary>The argument that names what the rows are of; null: none.</summary>
    internal RootName? Name { get; private protected set; }

    /// <summary>The argument that switches a condition on; null: none.</summary>
    internal RootFlag? Flag { get; private protected set; }

    /// <summary>Told before the field is read; null: nobody is.</summary>
    internal Action<object?, (string TypeName, Guid Key)?>? Note { get; private protected set; }

    /// <summary>The order; empty: that of the type.</summary>
    internal IReadOnlyList<OrderTerm> Order => _order;

    /// <summary>Adds what the arguments say of the rows; returns the condition where an expression is built.</summary>
    internal Expression? Condition(ArgumentValues given, Expression row, QueryArguments arguments) => FilterModel.And(
        Name?.Condition(given, row, arguments),
        Flag?.Condition(given, row, arguments));

    private protected void AddOrder(OrderTerm term) => _order.Add(term);
}
