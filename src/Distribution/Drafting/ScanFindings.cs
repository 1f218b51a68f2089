using GraphApi.Distribution.Drafting.Scanning;
using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Drafting;

/// <summary>
/// What the scan for personal information finds in a draft, as findings of its privacy review: where it is, never what.
/// </summary>
static class ScanFindings
{
    const string Gone = "The scan does not find it any more.";

    /// <summary>
    /// Adds to a review what the scan finds and did not find there before; what it found and finds no more is settled,
    /// unless the review is signed: then its reviewer settles it.
    /// </summary>
    public static async Task WriteAsync(
        UnitOfWork work, PrivacyReview review, DraftContent content, CancellationToken cancellationToken)
    {
        await work.SaveAsync(cancellationToken);
        var found = content.Portions
            .SelectMany(portion => PersonalInformation.Find(portion.Text)
                .Select(item => (Portion: portion, item.Kind, item.Span)))
            .ToDictionary(item => (item.Portion.Key, (PersonalInformationKind?)item.Kind, (int?)item.Span.Start));
        var before = await work.All<PrivacyFinding>().AsNoTracking()
            .Where(finding => finding.ReviewId == review.Id && finding.Origin == FindingOrigin.Scan)
            .ToListAsync(cancellationToken);
        var (gone, now) = (
            before.Where(finding => review.Outcome is null
                    && finding.Resolution is null
                    && !found.ContainsKey(KeyOf(finding)))
                .Select(finding => finding.Id).ToArray(),
            work.Now);
        await work.All<PrivacyFinding>().Where(finding => gone.Contains(finding.Id))
            .ExecuteUpdateAsync(
                row => row.SetProperty(f => f.Resolution, Gone)
                    .SetProperty(f => f.ResolvedAt, now)
                    .SetProperty(f => f.Revision, f => f.Revision + 1)
                    .SetProperty(f => f.UpdatedAt, now),
                cancellationToken);
        var known = before.Select(KeyOf).ToHashSet();
        foreach (var (key, item) in found)
        {
            if (!known.Contains(key))
            {
                work.Add(FindingOf(work, review, item.Portion, item.Kind, item.Span));
            }
        }
    }

    static (string? Portion, PersonalInformationKind? Kind, int? Start) KeyOf(PrivacyFinding finding) =>
        (finding.PortionKey, finding.TextKind, finding.TextStart);

    static PrivacyFinding FindingOf(
        UnitOfWork work,
        PrivacyReview review,
        DraftPortion portion,
        PersonalInformationKind kind,
        TextSpan span) => new()
        {
            Id = Guid.NewGuid(),
            ReviewId = review.Id,
            OriginatorId = review.OriginatorId,
            PortionKey = portion.Key,
            Category = FindingCategory.PiiNotNecessary,
            Severity = SeverityOf(portion.Kind, kind),
            Origin = FindingOrigin.Scan,
            TextKind = kind,
            TextStart = span.Start,
            TextLength = span.Length,
            RequiredAction = kind switch
            {
                PersonalInformationKind.EmailAddress =>
                    "Looks like an e-mail address: take it out or say why it is needed.",
                PersonalInformationKind.PhoneNumber =>
                    "Looks like a telephone number: take it out or say why it is needed.",
                PersonalInformationKind.SocialSecurityNumber => "Looks like a Social Security number: take it out.",
                _ => "Looks like the number of a payment card: take it out.",
            },
            CreatedAt = work.Now,
            UpdatedAt = work.Now,
        };

    // Whom to call is what some portions are for; the other two never are.
    static FindingSeverity SeverityOf(PortionKind portion, PersonalInformationKind kind) => kind switch
    {
        PersonalInformationKind.SocialSecurityNumber or PersonalInformationKind.PaymentCardNumber =>
            FindingSeverity.Blocking,
        _ when portion is PortionKind.Contact or PortionKind.ReportingInstructions => FindingSeverity.Note,
        _ => FindingSeverity.Minor,
    };
}
