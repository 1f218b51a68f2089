using System.Collections.Frozen;

namespace GraphApi.Distribution.AccessGrants;

/// <summary>The states of an access grant and what leads from one to another. What is not here cannot happen.</summary>
static class AccessGrantSteps
{
    static readonly FrozenDictionary<(AccessGrantState From, AccessGrantStep Step), AccessGrantState> Table =
        new Dictionary<(AccessGrantState From, AccessGrantStep Step), AccessGrantState>
        {
            [(AccessGrantState.Requested, AccessGrantStep.Approve)] = AccessGrantState.Open,
            [(AccessGrantState.Requested, AccessGrantStep.Decline)] = AccessGrantState.Declined,
            [(AccessGrantState.Requested, AccessGrantStep.Withdraw)] = AccessGrantState.Withdrawn,
            [(AccessGrantState.Open, AccessGrantStep.End)] = AccessGrantState.Ended,
        }.ToFrozenDictionary();

    /// <summary>The state after a step; null: the step cannot be taken from this state.</summary>
    public static AccessGrantState? After(AccessGrantState from, AccessGrantStep step) =>
        Table.TryGetValue((from, step), out var to) ? to : null;
}
