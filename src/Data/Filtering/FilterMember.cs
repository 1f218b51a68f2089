using System.Linq.Expressions;
using GraphApi.Data.Queries;

namespace GraphApi.Data.Filtering;

/// <summary>A field of a generated <c>...FilterInput</c>.</summary>
abstract class FilterMember
{
    /// <summary>
    /// Collects shape and values of what is asked of the field and, where an expression is built, returns the
    /// condition; null: no condition.
    /// </summary>
    public abstract Expression? Apply(object? value, Expression? row, QueryArguments arguments, FilterBudget budget);
}
