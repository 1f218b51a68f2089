using System.Linq.Expressions;
using GraphApi.Data.Queries;

namespace GraphApi.Data.Steps;

/// <summary>Queries that count.</summary>
static class Counting
{
    /// <summary>One row with the count of all; none where there are none.</summary>
    public static Expression All(Expression query)
    {
        var one = Expression.Lambda(Expression.Constant(1), Expression.Parameter(Sequence.Item(query), "row"));
        var groups = Sequence.GroupBy(query, one);
        var group = Expression.Parameter(Sequence.Item(groups), "group");
        var count = Expression.MemberInit(Expression.New(typeof(RowCount)), Count(group));
        return Sequence.Select(groups, Expression.Lambda(count, group));
    }

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
            Count(group));
        return Sequence.Select(groups, Expression.Lambda(count, group));
    }

    static MemberAssignment Count(Expression group) =>
        Expression.Bind(typeof(RowCount).GetProperty(nameof(RowCount.Count))!, Sequence.Count(group));
}
