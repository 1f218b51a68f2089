using System.Linq.Expressions;
using GraphApi.Data.Bindings;
using GraphApi.Data.Queries;

namespace GraphApi.Data.Filtering;

/// <summary>
/// Conditions on a field that may not be read on every row: they hold where it may be read and they hold. So of a value
/// that may not be read nothing follows, whatever is asked, negated or not.
/// </summary>
sealed class GuardedFilter(RowGuard guard, FilterMember field) : FilterMember
{
    public override Expression? Apply(object? value, Expression? row, QueryArguments arguments, FilterBudget budget) =>
        field.Apply(value, row, arguments, budget) is { } condition && row is not null
            ? Expression.AndAlso(guard.Holds(row, arguments.Builder!), condition)
            : null;
}
