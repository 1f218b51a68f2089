using GraphApi.Data.Bindings;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.AccessGrants;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.AccessRecords;

/// <summary>The fields of <c>AccessRecord</c>.</summary>
sealed class AccessRecordFields : EntityFields<AccessRecord>
{
    public AccessRecordFields()
    {
        OrderByDescending(record => record.At);
        NodeId("personId", record => record.PersonId, nameof(Person));
        NodeId("serviceClientId", record => record.ServiceClientId, nameof(ServiceClient));
        NodeId("organizationId", record => record.OrganizationId, nameof(Organization));
        NodeId("versionId", record => record.VersionId, nameof(ProductVersion));
        NodeId("grantId", record => record.GrantId, nameof(AccessGrant));
        Memory(
            "portions",
            record => record.Portions is { } portions ? PortionSet.Ordinals(portions) : null,
            record => record.Portions);
    }
}
