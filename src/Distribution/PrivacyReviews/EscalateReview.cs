using GraphApi.Data.Bindings;
using GraphApi.Data.UseCases;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.UseCases;

namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>Puts an objection before a director, who is named and decides.</summary>
static class EscalateReview
{
    /// <summary>Runs it.</summary>
    public static async ValueTask<Outcome> RunAsync(UnitOfWork work, Input input, CancellationToken cancellationToken)
    {
        if (await ReviewChange.FindAsync(work, input.Id, cancellationToken) is not { } found)
        {
            return Outcome.Refused(NotFoundError.Of("review"));
        }

        var decider = NodeIds.KeyOf(input.Decider, nameof(Person));
        var problem = ReviewChange.Check(work, found, ReviewStep.Escalate, input.Revision)
            ?? ReasonText.Check(input.Reason)
            ?? await ReviewerRules.CheckDeciderAsync(work, found, decider, cancellationToken);
        if (problem is not null)
        {
            return Outcome.Refused(problem);
        }

        var (person, now) = (work.Viewer.PersonId, work.Now);
        return await ReviewChange.ApplyAsync(
            work,
            found.Review,
            ReviewStep.Escalate,
            PrivacyReviewState.Escalated,
            input.Reason,
            row => row.SetProperty(r => r.EscalatedById, person)
                .SetProperty(r => r.EscalatedAt, now)
                .SetProperty(r => r.DeciderId, decider),
            cancellationToken);
    }

    /// <summary>The input.</summary>
    /// <param name="Id">The review.</param>
    /// <param name="Revision">The revision that was read.</param>
    /// <param name="Decider">The director who is to decide.</param>
    /// <param name="Reason">Why, 20 to 2,000 characters.</param>
    public sealed record Input(string Id, int Revision, string Decider, string Reason);
}
