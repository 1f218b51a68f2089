using System.Linq.Expressions;
using GraphApi.Data.Queries;

namespace GraphApi.Data.Steps;

/// <summary>Queries that count.</summary>
static class Counting
{
    /// <summary>One row with the count of all; none where there are none.</summary>
    public static Expression All(Expression query) =>
        By(query, Expression.Lambda(Expression.Constant(Guid.Empty), Expression.Parameter(Sequence.Item(query), "row")));

    /// <summary>A row a key with the count of its rows.</summary>
    public static Expression By(Expression query, LambdaExpression key)
    {
        var groups = Sequence.GroupBy(query, key);
        var group = Expression.Parameter(Sequence.Item(groups), "group");
        var count = Expression.MemberInit(
            Expression.New(typeof(RowCount)),
            Expression.Bind(
                typeof(RowCount).GetProperty(nameof(RowCount.ParentKey))!,
                Expression.Property(group, nameof(IGrouping<,>.Key))),
            Expression.Bind(typeof(RowCount).GetProperty(nameof(RowCount.Count))!, Sequence.Count(group)));
        return Sequence.Select(groups, Expression.Lambda(count, group));
    }
}
