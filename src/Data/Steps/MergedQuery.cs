using System.Linq.Expressions;
using GraphApi.Data.Bindings;
using GraphApi.Data.Databases;
using GraphApi.Data.Queries;
using GraphApi.Data.Sorting;

namespace GraphApi.Data.Steps;

/// <summary>
/// The page of a <see cref="MergedSource{TContext, TKey, TEntity}"/>: the first rows of each partition by its
/// index (LATERAL), the first distinct entities of these, and then their columns.
/// </summary>
static class MergedQuery
{
    /// <summary>Collects and, where an expression is built, returns the query; else null.</summary>
    public static Expression? Compose(
        MergedSource merged,
        SortOrder onEntries,
        EntityFields fields,
        PageUse use,
        QueryArguments arguments)
    {
        var entry = merged.EntityKeyOf.Parameters[0];
        var builder = arguments.Builder;
        var entity = builder is null ? null : builder.Inline(merged.EntityOf, entry);
        var filter = use.Query.Filter(use.Arguments, entity, arguments);
        var keyset = use.Keyset(onEntries, builder is null ? null : entry, arguments);
        if (builder is null)
        {
            return null;
        }

        var descending = onEntries.Terms[0].Descending;
        var backward = use.Request.IsBackward;
        var partitions = QueryBuilder.KeyRows(builder.ContextKeys(merged.PartitionsOf));
        var partition = Expression.Parameter(Sequence.Item(partitions), "partition");
        var rows = RootQuery.Where(
            builder.Inline(merged.RowsOf, QueryBuilder.KeyOf(partition)),
            Filtering.FilterModel.And(filter, keyset),
            entry);
        rows = Sequence.Take(onEntries.Apply(rows, backward, DatabaseProvider.PostgreSql, builder), use.Request.Limit);

        // (partition, entry) => new MergedRow { SortValue, Key }, distinct: an entity may stand in several partitions.
        var sortValue = builder.Inline(merged.SortKeyOf, entry);
        var rowType = typeof(MergedRow<>).MakeGenericType(sortValue.Type);
        var row = Expression.MemberInit(
            Expression.New(rowType),
            Expression.Bind(rowType.GetProperty(nameof(MergedRow<>.SortValue))!, sortValue),
            Expression.Bind(rowType.GetProperty(nameof(MergedRow<>.Key))!, builder.Inline(merged.EntityKeyOf, entry)));
        var candidates = Sequence.Distinct(
            Sequence.SelectMany(
                partitions,
                Expression.Lambda(rows, partition),
                Expression.Lambda(row, partition, entry)));
        var order = SortOrder.Of(
            [new SortTerm(Key(rowType, nameof(MergedRow<>.SortValue)), descending)],
            Key(rowType, nameof(MergedRow<>.Key)));
        var first = Sequence.Take(
            order.Apply(candidates, backward, DatabaseProvider.PostgreSql, builder),
            use.Request.Limit);

        // Joined to the entities, whose query filters apply as everywhere, and sorted again: a join keeps no order.
        var outer = Expression.Parameter(rowType, "candidate");
        var inner = Expression.Parameter(fields.RowType!, "row");
        var joined = Sequence.Join(
            first,
            builder.Set(fields.RowType!),
            Expression.Lambda(Expression.Property(outer, nameof(MergedRow<>.Key)), outer),
            Expression.Lambda(Expression.Property(inner, fields.Key), inner),
            Expression.Lambda(inner, outer, inner));
        return Sequence.Select(
            use.Order.Apply(joined, backward, DatabaseProvider.PostgreSql, builder),
            use.Projection().ToSelector(builder));
    }

    /// <summary>The field's own order as the rows of the partitions have it. Made once a step.</summary>
    public static SortOrder OrderOfEntries(MergedSource merged, SortOrder order) => SortOrder.Of(
        [new SortTerm(Key(merged.SortKeyOf, order.Terms[0].Key.Name), order.Terms[0].Descending)],
        Key(merged.EntityKeyOf, order.Terms[1].Key.Name));

    static SortKey Key(LambdaExpression access, string name) => new(name, access, isNullable: false);

    static SortKey Key(Type rowType, string property)
    {
        var row = Expression.Parameter(rowType, "row");
        return new SortKey(property, Expression.Lambda(Expression.Property(row, property), row), isNullable: false);
    }
}
