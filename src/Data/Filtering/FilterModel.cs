using System.Linq.Expressions;
using GraphApi.Data.Queries;
using GraphApi.Engine.Execution;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Data.Filtering;

/// <summary>
/// What a generated <c>...FilterInput</c> means for an entity: all given members hold. Immutable once it is made;
/// models refer to each other, in circles too.
/// </summary>
sealed class FilterModel(InputObjectType type)
{
    readonly FilterMember?[] _members = new FilterMember?[type.Fields.Length];

    /// <summary>Sets a member while the model is made.</summary>
    internal void Set(InputValue field, FilterMember member) => _members[field.Index] = member;

    /// <summary>
    /// Collects shape and values of a filter and, where an expression is built, returns its condition; null: no
    /// condition.
    /// </summary>
    /// <param name="input">The filter.</param>
    /// <param name="row">The row; null while collecting.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="budget">What the filter may still hold.</param>
    public Expression? Apply(InputObject input, Expression? row, QueryArguments arguments, FilterBudget budget)
    {
        budget.Enter();
        arguments.Mark('{');
        Expression? all = null;
        foreach (var field in type.Fields)
        {
            if (!input.TryGet(field, out var value))
            {
                continue;
            }

            arguments.Mark(field.Index);
            var condition = field.Name switch
            {
                "and" => Combine(value, row, arguments, budget, isAnd: true),
                "or" => Combine(value, row, arguments, budget, isAnd: false),
                _ => _members[field.Index]!.Apply(value, row, arguments, budget),
            };
            all = And(all, condition);
        }

        arguments.Mark('}');
        budget.Leave();
        return all;
    }

    /// <summary>Both conditions, where null is no condition.</summary>
    internal static Expression? And(Expression? left, Expression? right) =>
        left is null ? right : right is null ? left : Expression.AndAlso(left, right);

    /// <summary>
    /// The exact complement of a condition: SQL's NOT of unknown is unknown, and a row for which it is unknown would be
    /// overlooked.
    /// </summary>
    internal static Expression IsNotTrue(Expression condition) => Expression.Not(
        Expression.Coalesce(Expression.Convert(condition, typeof(bool?)), Expression.Constant(false)));

    /// <summary>An empty list is no condition; an empty item is true.</summary>
    Expression? Combine(object? value, Expression? row, QueryArguments arguments, FilterBudget budget, bool isAnd)
    {
        Expression? combined = null;
        foreach (var item in value as object?[] ?? [])
        {
            var before = budget.Conditions;
            var condition = Apply((InputObject)item!, row, arguments, budget) ?? Expression.Constant(true);
            budget.AddItem(before);
            combined = combined is null ? condition
                : isAnd ? Expression.AndAlso(combined, condition)
                : Expression.OrElse(combined, condition);
        }

        arguments.Mark(']');
        return row is null ? null : combined;
    }
}
