using GraphApi.Data.UseCases;
using GraphApi.Distribution.UseCases;

namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>
/// Says, as an author, what was done about a finding, or why nothing was. The reviewer settles it.
/// </summary>
static class AnswerFinding
{
    /// <summary>Runs it.</summary>
    public static async ValueTask<Outcome> RunAsync(UnitOfWork work, Input input, CancellationToken cancellationToken)
    {
        var (text, person, now) = (input.Answer.Trim(), work.Viewer.PersonId, work.Now);
        var (_, outcome) = await FindingChange.ApplyAsync(
            work,
            input.Finding,
            ReviewStep.AnswerFinding,
            input.Revision,
            ("answer", input.Answer),
            row => row.SetProperty(f => f.Answer, text)
                .SetProperty(f => f.AnsweredById, person)
                .SetProperty(f => f.AnsweredAt, now),
            cancellationToken);
        return outcome;
    }

    /// <summary>The input.</summary>
    /// <param name="Finding">The finding.</param>
    /// <param name="Revision">The revision of the review that was read.</param>
    /// <param name="Answer">What was done, or why nothing was.</param>
    public sealed record Input(string Finding, int Revision, string Answer);
}
