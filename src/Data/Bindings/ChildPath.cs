using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphApi.Data.Bindings;

/// <summary>From an entity to several others.</summary>
/// <param name="Collection">The collection, of the children or of the entity that joins them.</param>
/// <param name="Through">From the joining entity to the child; null: there is none.</param>
sealed record ChildPath(INavigationBase Collection, INavigation? Through)
{
    /// <summary>The entity of the children.</summary>
    public IEntityType Child => Through?.TargetEntityType ?? Collection.TargetEntityType;

    /// <summary>
    /// The path of <c>p => p.Children</c> or <c>p => p.Joins.Select(j => j.Child)</c>; null where the lambda is
    /// neither.
    /// </summary>
    public static ChildPath? Of(IEntityType entity, LambdaExpression lambda)
    {
        var body = PropertyNames.WithoutConversion(lambda.Body);
        if (body is MethodCallExpression
            {
                Method.Name: nameof(Enumerable.Select),
                Arguments: [var source, LambdaExpression through]
            }
            && PropertyNames.Path(through) is [var reference]
            && Find(entity, PropertyNames.Path(Expression.Lambda(source, lambda.Parameters))) is INavigation joins
            && joins.TargetEntityType.FindNavigation(reference.Name) is { IsCollection: false } target)
        {
            return new ChildPath(joins, target);
        }

        return Find(entity, PropertyNames.Path(lambda)) is { } collection ? new ChildPath(collection, null) : null;
    }

    static INavigationBase? Find(IEntityType entity, IReadOnlyList<System.Reflection.PropertyInfo>? path)
    {
        if (path is not [var property])
        {
            return null;
        }

        INavigationBase? found = entity.FindNavigation(property.Name);
        found ??= entity.FindSkipNavigation(property.Name);
        return found is { IsCollection: true } ? found : null;
    }
}
