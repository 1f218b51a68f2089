using System.Linq.Expressions;
using GraphApi.Data.Bindings;
using GraphApi.Data.Queries;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphApi.Data.Steps;

/// <summary>
/// The rows that carry the children of parents: the children themselves, the entity that joins them, or the table that
/// does. The parents are not read again, for they are known.
/// </summary>
/// <param name="path">From the parents to the children.</param>
sealed class ChildQuery(ChildPath path)
{
    /// <summary>The query.</summary>
    public Expression Carriers(QueryBuilder builder)
    {
        if (path.Collection is not ISkipNavigation skip)
        {
            return builder.Set(path.Collection.TargetEntityType.ClrType);
        }

        // A join table without a class: joined here, so that its rows look like a joining entity.
        var joins = builder.Set(skip.JoinEntityType.ClrType, skip.JoinEntityType.Name);
        var join = Expression.Parameter(skip.JoinEntityType.ClrType, "join");
        var child = Expression.Parameter(path.Child.ClrType, "child");
        var carrier = typeof(JoinedChild<>).MakeGenericType(child.Type);
        return Sequence.Join(
            joins,
            builder.Set(child.Type),
            Expression.Lambda(Column(join, skip.Inverse.ForeignKey.Properties[0]), join),
            Expression.Lambda(
                Expression.Property(child, skip.Inverse.ForeignKey.PrincipalKey.Properties[0].PropertyInfo!),
                child),
            Expression.Lambda(
                Expression.MemberInit(
                    Expression.New(carrier),
                    Expression.Bind(
                        carrier.GetProperty(nameof(JoinedChild<>.ParentKey))!,
                        Column(join, skip.ForeignKey.Properties[0])),
                    Expression.Bind(carrier.GetProperty(nameof(JoinedChild<>.Child))!, child)),
                join,
                child));
    }

    /// <summary>The key of the parent on a carrier, not nullable.</summary>
    public Expression ParentKey(Expression carrier)
    {
        var key = path.Collection is ISkipNavigation
            ? Expression.Property(carrier, nameof(JoinedChild<>.ParentKey))
            : Column(carrier, ((INavigation)path.Collection).ForeignKey.Properties[0]);
        return key.Type == typeof(Guid) ? key : Expression.Property(key, "Value");
    }

    /// <summary>Whether a carrier is of one of several parents.</summary>
    public Expression IsOfOneOf(Expression keys, Expression carrier)
    {
        var isOne = Sequence.Contains(keys, ParentKey(carrier));
        if (path.Collection is ISkipNavigation || ((INavigation)path.Collection).ForeignKey.IsRequired)
        {
            return isOne;
        }

        // Said apart, for else EF asks whether null is among the keys.
        var key = Column(carrier, ((INavigation)path.Collection).ForeignKey.Properties[0]);
        return Expression.AndAlso(Expression.NotEqual(key, Expression.Constant(null, key.Type)), isOne);
    }

    /// <summary>
    /// The query, and its rows, as a lateral join to the parents may have them: of a row that is itself a join EF loses
    /// there that its child is an entity with references, so the child stands for it.
    /// </summary>
    public (Expression Query, ParameterExpression Carrier) ToLateral(Expression query, ParameterExpression carrier) =>
        path.Collection is ISkipNavigation
            ? (Sequence.Select(query, Expression.Lambda(Child(carrier), carrier)),
                Expression.Parameter(path.Child.ClrType, "child"))
            : (query, carrier);

    /// <summary>The child on a carrier.</summary>
    public Expression Child(Expression carrier) =>
        carrier.Type == path.Child.ClrType ? carrier
        : path.Collection is ISkipNavigation ? Expression.Property(carrier, nameof(JoinedChild<>.Child))
        : path.Through is { } through ? Expression.Property(carrier, through.PropertyInfo!)
        : carrier;

    /// <summary>
    /// Takes away the carriers whose child is hidden or gone, where the join does not do so by itself.
    /// </summary>
    public Expression? HasChild(Expression carrier)
    {
        if (path.Through is not { } through || path.Collection is ISkipNavigation)
        {
            return null;
        }

        var child = Expression.Property(carrier, through.PropertyInfo!);
        return Expression.NotEqual(child, Expression.Constant(null, child.Type));
    }

    static Expression Column(Expression row, IReadOnlyProperty property) =>
        property.PropertyInfo is { } info && !property.IsIndexerProperty()
            ? Expression.Property(row, info)
            : Expression.Call(
                typeof(EF),
                nameof(EF.Property),
                [property.ClrType],
                row,
                Expression.Constant(property.Name));
}
