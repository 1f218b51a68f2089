using GraphApi.Distribution.Recalls;

namespace GraphApi.Distribution.Demonstration;

/// <summary>What recipients of demonstration recalls answered, and when: drawn, and gone step by step.</summary>
static class RecallAnswers
{
    /// <summary>How long after the notice, or after the answer before, an answer comes at the latest.</summary>
    public static readonly TimeSpan Slowest = TimeSpan.FromHours(24);

    /// <summary>The answers of one recipient, from the first; empty: none yet.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="isClient">Whether a machine client answers: it does what it is asked, or nothing.</param>
    /// <param name="random">What to draw from.</param>
    public static RecallResponseState[] Draw(RecallNotice notice, bool isClient, ref SeededRandom random)
    {
        // Whoever acknowledges that he is not to use it is done; some do more.
        var done = notice.RequiredAction == RequiredAction.NotifyOnwardRecipients
            ? RecallResponseState.ForwardedNotified
            : RecallResponseState.Destroyed;
        var last = notice.State == RecallState.Closed
            ? random.Chance(0.9) ? done : RecallResponseState.CannotComply
            : random.Weighted<RecallResponseState>(
                [(RecallResponseState.Notified, 35), (RecallResponseState.Seen, 15),
                    (RecallResponseState.Acknowledged, 15), (done, 30), (RecallResponseState.CannotComply, 5)]);
        if (isClient)
        {
            return last is RecallResponseState.Notified or RecallResponseState.Seen ? [] : [done];
        }

        return last switch
        {
            RecallResponseState.Notified => [],
            RecallResponseState.Seen => [last],
            RecallResponseState.Acknowledged => [RecallResponseState.Seen, last],
            _ => [RecallResponseState.Acknowledged, last],
        };
    }
}
