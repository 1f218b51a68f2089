using GraphApi.Engine.Planning;

namespace GraphApi.Engine.Execution;

/// <summary>
/// What an event's response depends on besides the rights of the subscriber: the plan and the coerced variables, but
/// for the one that only says after which event the stream begins. Subscriptions with equal keys give callers with
/// equal rights the same response, which has to be made only once. Cheap to compare.
/// </summary>
/// <remarks>
/// The plan counts as the same where the document was known when the second subscription came: it is compared by
/// reference. Documents that mean the same and are written differently are not the same.
/// </remarks>
public sealed class SharingKey : IEquatable<SharingKey>
{
    readonly OperationPlan _plan;
    readonly VariableValues _variables;
    readonly int _hash;

    internal SharingKey(OperationPlan plan, VariableValues variables)
    {
        _plan = plan;
        _variables = variables;
        _hash = HashCode.Combine(plan, variables.GetHashCode(plan.PositionVariable));
    }

    /// <inheritdoc/>
    public bool Equals(SharingKey? other) =>
        other is not null
        && _hash == other._hash
        && _plan == other._plan
        && _variables.Equals(other._variables, _plan.PositionVariable);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SharingKey);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;
}
