using GraphApi.Distribution.Recalls;
using static GraphApi.Distribution.Recalls.RecallResponseState;

namespace GraphApi.Distribution.Tests.Recalls;

public sealed class RecallStepsTests
{
    /// <summary>From each state (a line) what can follow, written by hand; the order is that of the enum.</summary>
    static readonly Dictionary<RecallResponseState, string> Expected = new()
    {
        [Notified] = "Seen Acknowledged Escalated Destroyed Replaced ForwardedNotified CannotComply",
        [Seen] = "Acknowledged Escalated Destroyed Replaced ForwardedNotified CannotComply",
        [Acknowledged] = "Escalated Destroyed Replaced ForwardedNotified CannotComply",
        [Escalated] = "Acknowledged Destroyed Replaced ForwardedNotified CannotComply",
        [Destroyed] = "Escalated ForwardedNotified",
        [Replaced] = "Escalated Destroyed ForwardedNotified CannotComply",
        [ForwardedNotified] = "Escalated Destroyed Replaced CannotComply",
        [CannotComply] = "Destroyed Replaced ForwardedNotified",
    };

    [Fact]
    public void Every_answer_goes_forward_and_none_leads_back_to_the_notice()
    {
        var states = Enum.GetValues<RecallResponseState>();
        Assert.Equal(
            states.Select(from => $"{from}: {Expected[from]}"),
            states.Select(from => $"{from}: {string.Join(' ', states.Where(to => RecallSteps.Leads(from, to)))}"));
        Assert.DoesNotContain(states, from => RecallSteps.Leads(from, Notified) || RecallSteps.Leads(from, from));
    }

    [Theory]
    [InlineData("None", "Acknowledged Destroyed Replaced ForwardedNotified CannotComply")]
    [InlineData("StopUse", "Acknowledged Destroyed Replaced ForwardedNotified CannotComply")]
    [InlineData("Return", "Acknowledged Destroyed Replaced ForwardedNotified CannotComply")]
    [InlineData("Replace", "Destroyed Replaced CannotComply")]
    [InlineData("DestroyAndConfirm", "Destroyed CannotComply")]
    [InlineData("NotifyOnwardRecipients", "ForwardedNotified CannotComply")]
    public void What_was_asked_for_is_done_by_these_answers_alone(string asked, string expected) =>
        Assert.Equal(
            expected,
            string.Join(' ', Enum.GetValues<RecallResponseState>().Where(state =>
                RecallSteps.Settles(Enum.Parse<RequiredAction>(asked), state))));

    [Fact]
    public void A_recipient_gives_no_answer_that_the_notice_or_the_clock_makes() =>
        Assert.Equal(
            [Notified, Escalated],
            Enum.GetValues<RecallResponseState>().Where(state => !RecallSteps.Answers.Contains(state)));
}
