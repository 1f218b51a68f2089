using System.Collections.Frozen;
using static GraphApi.Distribution.Recalls.RecallResponseState;

namespace GraphApi.Distribution.Recalls;

/// <summary>
/// How far a recipient of a recall can get from where he is, and which answer is what was asked for. A later answer
/// stands for the earlier ones. What is not here cannot happen.
/// </summary>
static class RecallSteps
{
    /// <summary>The answers that a recipient gives; the others are made by the notice and by the clock.</summary>
    public static readonly FrozenSet<RecallResponseState> Answers = FrozenSet.ToFrozenSet(
        [Seen, Acknowledged, Destroyed, Replaced, ForwardedNotified, CannotComply]);

    static readonly FrozenDictionary<RecallResponseState, RecallResponseState[]> Table =
        new Dictionary<RecallResponseState, RecallResponseState[]>
        {
            [Notified] = [Seen, Acknowledged, Destroyed, Replaced, ForwardedNotified, CannotComply, Escalated],
            [Seen] = [Acknowledged, Destroyed, Replaced, ForwardedNotified, CannotComply, Escalated],
            [Acknowledged] = [Destroyed, Replaced, ForwardedNotified, CannotComply, Escalated],
            [Escalated] = [Acknowledged, Destroyed, Replaced, ForwardedNotified, CannotComply],
            [ForwardedNotified] = [Destroyed, Replaced, CannotComply, Escalated],
            [Replaced] = [Destroyed, ForwardedNotified, CannotComply, Escalated],
            [CannotComply] = [Destroyed, Replaced, ForwardedNotified],
            [Destroyed] = [ForwardedNotified, Escalated],
        }.ToFrozenDictionary();

    /// <summary>Whether one state can follow another.</summary>
    public static bool Leads(RecallResponseState from, RecallResponseState to) => Table[from].Contains(to);

    /// <summary>Whether a state says that what was asked for is done, or cannot be.</summary>
    public static bool Settles(RequiredAction asked, RecallResponseState state) => asked switch
    {
        RequiredAction.DestroyAndConfirm => state is Destroyed or CannotComply,
        RequiredAction.Replace => state is Replaced or Destroyed or CannotComply,
        RequiredAction.NotifyOnwardRecipients => state is ForwardedNotified or CannotComply,
        _ => state is not (Notified or Seen or Escalated),
    };
}
