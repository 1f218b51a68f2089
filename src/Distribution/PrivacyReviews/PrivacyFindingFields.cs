using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>The fields of <c>PrivacyFinding</c>.</summary>
sealed class PrivacyFindingFields : EntityFields<PrivacyFinding>
{
    public PrivacyFindingFields()
    {
        OrderBy(finding => finding.CreatedAt);
    }
}
