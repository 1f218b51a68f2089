using GraphApi.Data.Bindings;
using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.AccessRecords;

/// <summary>The fields of <c>AccessFinding</c>.</summary>
sealed class AccessFindingFields : EntityFields<AccessFinding>
{
    public AccessFindingFields()
    {
        OrderBy(finding => finding.Id);
        NodeId("versionId", finding => finding.VersionId, nameof(ProductVersion));
    }
}
