using GraphApi.Data.UseCases;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>Answers items of the checklist, in any order; a later answer takes the place of an earlier one.</summary>
static class AnswerChecklist
{
    const int LongestComment = 2_000;

    /// <summary>Runs it.</summary>
    public static async ValueTask<Outcome> RunAsync(UnitOfWork work, Input input, CancellationToken cancellationToken)
    {
        if (await ReviewChange.FindAsync(work, input.Id, cancellationToken) is not { } found)
        {
            return Outcome.Refused(NotFoundError.Of("review"));
        }

        var review = found.Review;
        if ((ReviewChange.Check(work, found, ReviewStep.AnswerChecklist, input.Revision) ?? CheckAnswers(review, input))
            is { } problem)
        {
            return Outcome.Refused(problem);
        }

        string[] items = [.. input.Answers.Select(answer => answer.Item)];
        await work.All<ReviewAnswer>()
            .Where(answer => answer.ReviewId == review.Id && items.Contains(answer.Item))
            .ExecuteDeleteAsync(cancellationToken);
        foreach (var answer in input.Answers)
        {
            work.Add(new ReviewAnswer
            {
                Id = Guid.NewGuid(),
                ReviewId = review.Id,
                OriginatorId = review.OriginatorId,
                Item = answer.Item,
                Answer = answer.Answer,
                Comment = string.IsNullOrWhiteSpace(answer.Comment) ? null : answer.Comment.Trim(),
                CreatedAt = work.Now,
                UpdatedAt = work.Now,
            });
        }

        return await ReviewChange.ApplyAsync(
            work,
            review,
            ReviewStep.AnswerChecklist,
            PrivacyReviewState.InReview,
            reason: null,
            change: null,
            cancellationToken);
    }

    static InvalidInputError? CheckAnswers(PrivacyReview review, Input input)
    {
        if (ReviewChecklist.Find(review.Checklist) is not { } checklist)
        {
            return new InvalidInputError("answers", "The checklist of this review is another system's.");
        }

        if (input.Answers.Length == 0)
        {
            return new InvalidInputError("answers", "There is an answer at least.");
        }

        var known = checklist.Items.Select(item => item.Key).ToHashSet();
        var seen = new HashSet<string>();
        foreach (var (item, answer, comment) in input.Answers)
        {
            if (!known.Contains(item))
            {
                return new InvalidInputError("answers", $"The checklist {checklist.Version} has no item of this name.");
            }

            if (!seen.Add(item))
            {
                return new InvalidInputError("answers", $"{item} is answered twice.");
            }

            if (answer == ChecklistAnswer.No && string.IsNullOrWhiteSpace(comment))
            {
                return new InvalidInputError("answers", $"{item} is answered with no: a comment says why.");
            }

            if (comment?.Length > LongestComment)
            {
                return new InvalidInputError("answers", $"A comment has at most {LongestComment} characters.");
            }
        }

        return null;
    }

    /// <summary>The input.</summary>
    /// <param name="Id">The review.</param>
    /// <param name="Revision">The revision that was read.</param>
    /// <param name="Answers">The answers, each to an item of its own.</param>
    public sealed record Input(string Id, int Revision, ChecklistAnswerInput[] Answers);
}
