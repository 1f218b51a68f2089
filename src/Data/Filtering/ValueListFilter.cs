using System.Linq.Expressions;
using GraphApi.Data.Bindings;
using GraphApi.Data.Queries;
using GraphApi.Engine.Execution;

namespace GraphApi.Data.Filtering;

/// <summary>Conditions on a list of values of the row.</summary>
sealed class ValueListFilter(ValueTarget target, Type itemType, ValueOperations operations) : FilterMember
{
    public override Expression? Apply(object? value, Expression? row, QueryArguments arguments, FilterBudget budget)
    {
        if (value is not InputObject given)
        {
            arguments.Mark('n');
            return null;
        }

        Expression? all = null;
        var list = row is null ? null : target.Access(row, arguments.Builder!);
        foreach (var operation in given.Type.Fields)
        {
            if (!given.TryGet(operation, out var operand) || operand is null)
            {
                continue;
            }

            budget.AddCondition();
            arguments.Mark(operation.Index);
            all = FilterModel.And(all, Operation(operation.Name, operand, list, arguments, budget));
        }

        arguments.Mark(')');
        return all;
    }

    Expression? Operation(
        string name,
        object operand,
        Expression? list,
        QueryArguments arguments,
        FilterBudget budget)
    {
        if (operand is bool isAny)
        {
            arguments.Mark(isAny ? 't' : 'f');
            return list is null ? null : isAny ? Sequence.Any(list) : Expression.Not(Sequence.Any(list));
        }

        var item = Expression.Parameter(itemType, "item");
        var condition = operations.Apply(operand, list is null ? null : item, arguments, budget);
        if (list is null)
        {
            return null;
        }

        return name switch
        {
            "some" => Some(list, item, condition),
            "none" => Expression.Not(Some(list, item, condition)),
            _ => condition is null
                ? Expression.Constant(true)
                : Expression.Not(Some(list, item, Expression.Not(condition))),
        };
    }

    static Expression Some(Expression list, ParameterExpression item, Expression? condition) =>
        condition is null ? Sequence.Any(list) : Sequence.Any(list, Expression.Lambda(condition, item));
}
