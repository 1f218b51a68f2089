using System.Collections.Frozen;
using System.Linq.Expressions;

namespace GraphApi.Distribution.Access;

/// <summary>
/// A rule that <c>@authorize</c> names. It has two parts: whether a viewer can meet it at all, which is known without
/// data and decides on introspection and on conditions that are refused before anything runs; and, where rows differ,
/// what decides on each.
/// </summary>
/// <param name="Name">The name in the schema.</param>
/// <param name="Kind">What it decides on.</param>
/// <param name="Meaning">Who meets it, in words for a privacy officer.</param>
/// <param name="CanBeMetBy">Whether a viewer can meet it on any row at all.</param>
sealed record Policy(string Name, PolicyKind Kind, string Meaning, Func<Viewer, bool> CanBeMetBy)
{
    /// <summary>
    /// Whether who meets it must besides have signed in lately with a method that cannot be phished
    /// (<see cref="Viewer.IsSteppedUp"/>). It is no part of <see cref="CanBeMetBy"/>: the schema stays the same.
    /// </summary>
    public bool NeedsStepUp { get; init; }

    /// <summary>
    /// Whether who meets it must besides say what he reads for (<see cref="DistributionSession.StatesPurpose"/>). It is
    /// no part of <see cref="CanBeMetBy"/> either.
    /// </summary>
    public bool NeedsPurpose { get; init; }

    /// <summary>
    /// What stands for a policy that does not exist: nobody meets it. No schema with such a name is served.
    /// </summary>
    public static readonly Policy Nobody = new("NOBODY", PolicyKind.Callers, "Nobody.", _ => false);

    /// <summary>
    /// Of a policy on fields: for each entity, by the name of its type in the schema, on which rows it is met, as
    /// <c>(DistributionContext viewer, TEntity row) => bool</c>. Empty for the others.
    /// </summary>
    public FrozenDictionary<string, LambdaExpression> Predicates { get; private init; } =
        FrozenDictionary<string, LambdaExpression>.Empty;

    /// <summary>The policy, on fields of one more entity.</summary>
    /// <param name="isMet">Whether the viewer meets it on a row; it becomes a part of the query.</param>
    public Policy On<TEntity>(Expression<Func<DistributionContext, TEntity, bool>> isMet)
        where TEntity : class =>
        Kind == PolicyKind.Fields
            ? this with { Predicates = Predicates.Append(new(typeof(TEntity).Name, isMet)).ToFrozenDictionary() }
            : throw new InvalidOperationException($"{Name} does not decide on fields.");
}
