using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphApi.Data.Bindings;

/// <summary>The references that an expression follows from its row, which are joined to read it.</summary>
sealed class ReferencePaths : ExpressionVisitor
{
    readonly ParameterExpression _row;
    readonly IReadOnlyEntityType _entity;
    readonly List<IReadOnlyList<INavigation>> _found = [];

    ReferencePaths(ParameterExpression row, IReadOnlyEntityType entity)
    {
        _row = row;
        _entity = entity;
    }

    /// <summary>The paths of a lambda whose last parameter is a row of the entity, one a use.</summary>
    public static IReadOnlyList<IReadOnlyList<INavigation>> Of(LambdaExpression lambda, IReadOnlyEntityType entity)
    {
        var paths = new ReferencePaths(lambda.Parameters[^1], entity);
        paths.Visit(lambda.Body);
        return paths._found;
    }

    protected override Expression VisitMember(MemberExpression node)
    {
        var path = new Stack<PropertyInfo>();
        Expression at = node;
        while (at is MemberExpression { Member: PropertyInfo property, Expression: { } inner })
        {
            path.Push(property);
            at = PropertyNames.WithoutConversion(inner);
        }

        if (at != _row)
        {
            return base.VisitMember(node);
        }

        var references = new List<INavigation>();
        var entity = _entity;
        foreach (var property in path)
        {
            if (entity.FindNavigation(property.Name) is not INavigation { IsCollection: false } reference)
            {
                break;
            }

            references.Add(reference);
            entity = reference.TargetEntityType;
        }

        if (references.Count > 0)
        {
            _found.Add(references);
        }

        return node;
    }
}
