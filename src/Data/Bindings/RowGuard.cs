using System.Linq.Expressions;
using System.Reflection;
using GraphApi.Data.Queries;

namespace GraphApi.Data.Bindings;

/// <summary>A <see cref="FieldRule"/> of one entity, for all of its fields that name the policy.</summary>
/// <param name="rule">The rule.</param>
/// <param name="property">The property of the entity that is <see cref="IGuardedRow.Readable"/>.</param>
/// <param name="bit">The bit of that property, 0 to 62.</param>
sealed class RowGuard(FieldRule rule, PropertyInfo property, int bit)
{
    /// <summary>The most rules of one entity.</summary>
    public const int MaxOfEntity = 63;

    /// <summary>What the rule is called.</summary>
    public string Policy => rule.Policy;

    /// <summary>The rule as it was declared.</summary>
    public LambdaExpression Declared => rule.Holds;

    /// <summary>The property of the entity that is <see cref="IGuardedRow.Readable"/>.</summary>
    public PropertyInfo Property => property;

    /// <summary>The value of the property where this rule holds and no other one.</summary>
    public long Mask { get; } = 1L << bit;

    /// <summary>Whether the rule holds on a row in the database.</summary>
    public Expression Holds(Expression row, QueryBuilder builder) => builder.Inline(rule.Holds, row);

    /// <summary>Whether the rule held on a loaded row.</summary>
    public bool IsMetBy(object row) => (((IGuardedRow)row).Readable & Mask) != 0;
}
