using System.Linq.Expressions;

namespace GraphApi.Data.Bindings;

/// <summary>
/// A list that consists of partitions, each sorted by an index, in which one entity may stand in several: a feed over
/// the lists a reader is on. The statement takes the first rows of each partition by its index, the first distinct ones
/// of these together, and only then joins the entities; so it reads page size times partitions, never the whole list.
/// </summary>
/// <typeparam name="TContext">The context.</typeparam>
/// <typeparam name="TKey">The row that stands in a partition: it carries the entity's key and its sort
/// value.</typeparam>
/// <typeparam name="TEntity">The entity.</typeparam>
/// <param name="Partitions">What names the partitions of this request: an array that the context holds.</param>
/// <param name="Rows">The rows of one partition that this request may see.</param>
/// <param name="EntityKey">The key of the entity on such a row.</param>
/// <param name="Entity">The entity of such a row, for conditions of <c>where</c>.</param>
/// <param name="SortKey">
/// The value the field is ordered by, on such a row: equal, for every row of an entity, to what the field's order reads
/// of the entity.
/// </param>
/// <seealso href="https://www.postgresql.org/docs/15/queries-table-expressions.html#QUERIES-LATERAL"/>
public sealed record MergedSource<TContext, TKey, TEntity>(
    Expression<Func<TContext, Guid[]>> Partitions,
    Expression<Func<TContext, Guid, IQueryable<TKey>>> Rows,
    Expression<Func<TKey, Guid>> EntityKey,
    Expression<Func<TKey, TEntity>> Entity,
    LambdaExpression SortKey) : MergedSource(Partitions, Rows, EntityKey, Entity, SortKey);

/// <summary>A merged source without its types.</summary>
#pragma warning disable MA0048 // the twin of the generic one
public abstract record MergedSource
#pragma warning restore MA0048
{
    private protected MergedSource(
        LambdaExpression partitions,
        LambdaExpression rows,
        LambdaExpression entityKey,
        LambdaExpression entity,
        LambdaExpression sortKey)
    {
        PartitionsOf = partitions;
        RowsOf = rows;
        EntityKeyOf = entityKey;
        EntityOf = entity;
        SortKeyOf = sortKey;
    }

    internal LambdaExpression PartitionsOf { get; }

    internal LambdaExpression RowsOf { get; }

    internal LambdaExpression EntityKeyOf { get; }

    internal LambdaExpression EntityOf { get; }

    internal LambdaExpression SortKeyOf { get; }
}
