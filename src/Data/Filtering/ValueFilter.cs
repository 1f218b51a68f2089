using System.Linq.Expressions;
using GraphApi.Data.Bindings;
using GraphApi.Data.Queries;

namespace GraphApi.Data.Filtering;

/// <summary>Conditions on a value of the row.</summary>
sealed class ValueFilter(ValueTarget target, ValueOperations operations) : FilterMember
{
    public override Expression? Apply(object? value, Expression? row, QueryArguments arguments, FilterBudget budget) =>
        operations.Apply(value, row is null ? null : target.Access(row, arguments.Builder!), arguments, budget);
}
