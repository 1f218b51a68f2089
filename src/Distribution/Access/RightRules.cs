using System.Linq.Expressions;

namespace GraphApi.Distribution.Access;

/// <summary>
/// When a right counts for a viewer: three conditions, all of which must hold. The row rule of
/// <see cref="Entitlement"/> is made of them, and so is the explanation of a decision.
/// </summary>
static class RightRules
{
    /// <summary>The viewer is in the audience that has the right.</summary>
    public static readonly Expression<Func<DistributionContext, Entitlement, bool>> IsInAudience =
        (viewer, right) => viewer.AudienceIds.Contains(right.AudienceId);

    /// <summary>He meets everything that the marking requires.</summary>
    public static readonly Expression<Func<DistributionContext, Entitlement, bool>> MeetsMarking =
        (viewer, right) => (right.Requires & viewer.Lacks) == 0;

    /// <summary>It is in force: published, and still valid. For the center's own staff it always is.</summary>
    public static readonly Expression<Func<DistributionContext, Entitlement, bool>> IsInForce =
        (viewer, right) => right.Kind == EntitlementKind.Home
            || (right.EffectiveAt <= viewer.Now && (right.ExpiresAt == null || right.ExpiresAt > viewer.Now));

    /// <summary>
    /// All three, for the viewer of a context: as the other row rules name it, so that EF Core takes its properties for
    /// the same parameters.
    /// </summary>
    public static Expression<Func<Entitlement, bool>> For(Expression<Func<DistributionContext>> viewer)
    {
        var right = Expression.Parameter(typeof(Entitlement), "right");
        Expression Part(LambdaExpression rule) => new Replacement(new()
        {
            [rule.Parameters[0]] = viewer.Body,
            [rule.Parameters[1]] = right,
        }).Visit(rule.Body);
        var all = Expression.AndAlso(
            Expression.AndAlso(Part(IsInAudience), Part(MeetsMarking)),
            Part(IsInForce));
        return Expression.Lambda<Func<Entitlement, bool>>(all, right);
    }

    sealed class Replacement(Dictionary<Expression, Expression> parts) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => parts.GetValueOrDefault(node, node);
    }
}
