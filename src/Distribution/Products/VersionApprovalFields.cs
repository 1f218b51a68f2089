using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Products;

/// <summary>The fields of <c>VersionApproval</c>.</summary>
sealed class VersionApprovalFields : EntityFields<VersionApproval>
{
    public VersionApprovalFields()
    {
        OrderBy(approval => approval.ApprovedAt);
    }
}
