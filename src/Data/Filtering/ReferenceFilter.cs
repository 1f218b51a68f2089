using System.Linq.Expressions;
using GraphApi.Data.Bindings;
using GraphApi.Data.Queries;
using GraphApi.Engine.Execution;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphApi.Data.Filtering;

/// <summary>
/// Conditions on one other entity: there is one the caller may see, and they hold for it. Null: there is none. So a
/// hidden target and a missing one are the same.
/// </summary>
sealed class ReferenceFilter(INavigation reference, FilterModel target) : FilterMember
{
    public override Expression? Apply(object? value, Expression? row, QueryArguments arguments, FilterBudget budget)
    {
        budget.AddCondition();
        if (value is null)
        {
            arguments.Mark('n');
            return row is null ? null : Expression.Not(Exists(row, arguments.Builder!, (_, _) => null));
        }

        if (row is null)
        {
            target.Apply((InputObject)value, null, arguments, budget);
            return null;
        }

        return Exists(row, arguments.Builder!, (at, _) => target.Apply((InputObject)value, at, arguments, budget));
    }

    Expression Exists(Expression row, QueryBuilder builder, Func<Expression, QueryBuilder, Expression?> condition)
    {
        if (!References.CanJoin(reference))
        {
            // A join would take the row away where the target is hidden, even from another branch of an "or".
            var at = Expression.Parameter(reference.TargetEntityType.ClrType, "target");
            var same = Expression.Equal(
                Expression.Property(at, reference.ForeignKey.PrincipalKey.Properties[0].PropertyInfo!),
                Expression.Property(row, reference.ForeignKey.Properties[0].PropertyInfo!));
            var both = FilterModel.And(same, condition(at, builder))!;
            return Sequence.Any(builder.Set(at.Type), Expression.Lambda(both, at));
        }

        var joined = Expression.Property(row, reference.PropertyInfo!);
        var isThere = Expression.NotEqual(joined, Expression.Constant(null, joined.Type));
        var isSure = reference.ForeignKey.IsRequired && reference.IsOnDependent;
        return FilterModel.And(isSure ? null : isThere, condition(joined, builder)) ?? Expression.Constant(true);
    }
}
