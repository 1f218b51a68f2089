using GraphApi.Data.UseCases;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Recalls;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Receipts;

/// <summary>Says what a reader thinks of a version that he sees. What he said before is replaced.</summary>
static class SubmitFeedback
{
    /// <summary>What it takes.</summary>
    public sealed record Input(
        string Version,
        bool? Helpful,
        int? Timely,
        int? Relevant,
        int? Accurate,
        int? Actionable,
        IntendedUse[]? UsedFor,
        string? Comment,
        Tlp CommentTlp,
        bool IsNamed);

    /// <summary>Runs it.</summary>
    public static async ValueTask<Outcome> RunAsync(
        UnitOfWork work, Input input, CancellationToken cancellationToken)
    {
        if (await VersionChange.FindAsync(work, input.Version, cancellationToken) is not { } version)
        {
            return Outcome.Refused(NotFoundError.Of("version"));
        }

        var viewer = work.Viewer;
        if (viewer.StaffCenterIds.Contains(version.OriginatorId)
            || (viewer.PersonId ?? viewer.ServiceClientId) is not { } author
            || viewer.GrantFor(version.Id, version.OriginatorId) is not null)
        {
            return Outcome.Refused(new NotPermittedError("It is for those to say who receive it."));
        }

        if (Check(input) is { } invalid)
        {
            return Outcome.Refused(invalid);
        }

        var comment = string.IsNullOrWhiteSpace(input.Comment) ? null : input.Comment.Trim();
        IntendedUse[] uses = [.. (input.UsedFor ?? []).Distinct().Order()];
        var now = work.Now;
        var organization = viewer.OrganizationId;
        var kind = await work.All<Organization>()
            .Where(row => row.Id == organization)
            .Select(row => (StakeholderKind?)row.Kind)
            .FirstOrDefaultAsync(cancellationToken);
        await work.WaitForAsync($"feedback {version.Id} {author}", cancellationToken);
        var mine = work.All<Feedback>().Where(row => row.VersionId == version.Id && row.AuthorId == author);
        var replaced = await mine.ExecuteUpdateAsync(
            row => row
                .SetProperty(f => f.Helpful, input.Helpful)
                .SetProperty(f => f.Timely, input.Timely)
                .SetProperty(f => f.Relevant, input.Relevant)
                .SetProperty(f => f.Accurate, input.Accurate)
                .SetProperty(f => f.Actionable, input.Actionable)
                .SetProperty(f => f.UsedFor, uses)
                .SetProperty(f => f.Comment, comment)
                .SetProperty(f => f.CommentTlp, input.CommentTlp)
                .SetProperty(f => f.IsNamed, input.IsNamed)
                .SetProperty(f => f.OrganizationId, organization)
                .SetProperty(f => f.OrganizationKind, kind)
                .SetProperty(f => f.Revision, f => f.Revision + 1)
                .SetProperty(f => f.UpdatedAt, now),
            cancellationToken);
        if (replaced > 0)
        {
            return Outcome.Done(await mine.Select(row => row.Id).SingleAsync(cancellationToken));
        }

        var feedback = new Feedback
        {
            Id = Guid.NewGuid(),
            VersionId = version.Id,
            ProductId = version.ProductId,
            OriginatorId = version.OriginatorId,
            AuthorId = author,
            PersonId = viewer.PersonId,
            ServiceClientId = viewer.ServiceClientId,
            OrganizationId = organization,
            OrganizationKind = kind,
            Helpful = input.Helpful,
            Timely = input.Timely,
            Relevant = input.Relevant,
            Accurate = input.Accurate,
            Actionable = input.Actionable,
            UsedFor = uses,
            Comment = comment,
            CommentTlp = input.CommentTlp,
            IsNamed = input.IsNamed,
            CreatedAt = now,
            UpdatedAt = now,
        };
        work.Add(feedback);
        return Outcome.Done(feedback.Id);
    }

    static InvalidInputError? Check(Input input)
    {
        (string Field, int? Mark)[] marks =
        [
            ("timely", input.Timely), ("relevant", input.Relevant), ("accurate", input.Accurate),
            ("actionable", input.Actionable),
        ];
        if (Array.Find(marks, mark => mark.Mark is < 1 or > 5) is { Field: { } field })
        {
            return new InvalidInputError(field, "A mark is 1 (not at all) to 5 (fully).");
        }

        var isEmpty = input.Helpful is null
            && marks.All(mark => mark.Mark is null)
            && (input.UsedFor ?? []).Length == 0
            && string.IsNullOrWhiteSpace(input.Comment);
        return isEmpty
            ? new InvalidInputError("helpful", "Say something: a mark, what it was used for, or a comment.")
            : RecallRules.CheckText("comment", input.Comment, isRequired: false);
    }
}
