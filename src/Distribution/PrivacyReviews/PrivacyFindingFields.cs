using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>The fields of <c>PrivacyFinding</c>.</summary>
sealed class PrivacyFindingFields : EntityFields<PrivacyFinding>
{
    public PrivacyFindingFields()
    {
        OrderBy(finding => finding.CreatedAt);
        // Reading them leaves an access record, which needs to know of which version they are.
        ColumnWithComputed(
            "requiredAction",
            finding => finding.RequiredAction,
            finding => finding.VersionId,
            finding => finding.Review.VersionId,
            finding => finding.OriginatorId);
        ColumnWithComputed(
            "answer",
            finding => finding.Answer,
            finding => finding.VersionId,
            finding => finding.Review.VersionId,
            finding => finding.OriginatorId);
        ColumnWithComputed(
            "resolution",
            finding => finding.Resolution,
            finding => finding.VersionId,
            finding => finding.Review.VersionId,
            finding => finding.OriginatorId);
    }
}
