using System.Linq.Expressions;
using GraphApi.Data.Bindings;
using GraphApi.Data.Queries;

namespace GraphApi.Data.Steps;

/// <summary>Where root steps read.</summary>
static class RootQuery
{
    /// <summary>What the source says, or all rows of the entity.</summary>
    public static Expression Of(RootSource source, EntityFields fields, QueryBuilder builder) =>
        source.Query is { } query ? builder.Inline(query) : builder.Set(fields.RowType!);

    /// <summary>The rows for which a condition holds.</summary>
    public static Expression Where(Expression query, Expression? condition, ParameterExpression row) =>
        condition is null ? query : Sequence.Where(query, Expression.Lambda(condition, row));
}
