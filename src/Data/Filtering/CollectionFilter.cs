using System.Linq.Expressions;
using GraphApi.Data.Bindings;
using GraphApi.Data.Queries;
using GraphApi.Engine.Execution;

namespace GraphApi.Data.Filtering;

/// <summary>Conditions on several other entities, of which only those count that the caller may see.</summary>
sealed class CollectionFilter(ChildPath path, FilterModel child) : FilterMember
{
    public override Expression? Apply(object? value, Expression? row, QueryArguments arguments, FilterBudget budget)
    {
        if (value is not InputObject operations)
        {
            arguments.Mark('n');
            return null;
        }

        Expression? all = null;
        foreach (var operation in operations.Type.Fields)
        {
            if (!operations.TryGet(operation, out var operand) || operand is null)
            {
                continue;
            }

            budget.AddCondition();
            arguments.Mark(operation.Index);
            all = FilterModel.And(all, Operation(operation.Name, operand, row, arguments, budget));
        }

        arguments.Mark(')');
        return all;
    }

    Expression? Operation(
        string name,
        object operand,
        Expression? row,
        QueryArguments arguments,
        FilterBudget budget)
    {
        var item = Expression.Parameter(path.Collection.TargetEntityType.ClrType, "item");
        Expression at = path.Through is { } through ? Expression.Property(item, through.PropertyInfo!) : item;
        if (operand is bool isAny)
        {
            arguments.Mark(isAny ? 't' : 'f');
            return row is null ? null : Negated(Any(row, item, null), !isAny);
        }

        var condition = child.Apply((InputObject)operand, row is null ? null : at, arguments, budget);
        return row is null ? null : name switch
        {
            "some" => Any(row, item, condition),
            "none" => Negated(Any(row, item, condition), true),
            _ => condition is null
                ? Expression.Constant(true)
                : Negated(Any(row, item, FilterModel.IsNotTrue(condition)), true),
        };
    }

    /// <summary>The joining entity may outlive a child, or the child be hidden: then there is no item.</summary>
    Expression Any(Expression row, ParameterExpression item, Expression? condition)
    {
        var source = Expression.Property(row, path.Collection.PropertyInfo!);
        if (path.Through is { } through && (condition is null || !through.ForeignKey.IsRequired))
        {
            var at = Expression.Property(item, through.PropertyInfo!);
            condition = FilterModel.And(Expression.NotEqual(at, Expression.Constant(null, at.Type)), condition);
        }

        return condition is null ? Sequence.Any(source) : Sequence.Any(source, Expression.Lambda(condition, item));
    }

    static Expression Negated(Expression condition, bool negate) => negate ? Expression.Not(condition) : condition;
}
