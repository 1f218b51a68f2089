using GraphApi.Data.Bindings;
using GraphApi.Distribution.AccessRecords;
using GraphApi.Distribution.Centers;
using GraphApi.Distribution.Lists;
using GraphApi.Distribution.Partners;

namespace GraphApi.Distribution.Access;

/// <summary>The fields of <c>Viewer</c> that are not simply a property of their name.</summary>
sealed class ViewerFields : RowFields<Viewer>
{
    public ViewerFields()
    {
        Entity<Person>("person", viewer => viewer.PersonId);
        Entity<ServiceClient>("serviceClient", viewer => viewer.ServiceClientId);
        Entity<Organization>("organization", viewer => viewer.OrganizationId);
        Entities<FusionCenter>("homeCenters", viewer => viewer.HomeCenterIds);
        Entities<DistributionList>("lists", viewer => viewer.ListIds);
        Connection<AccessRecord>("accessHistory").From((DistributionContext context) =>
            context.Set<AccessRecord>().Where(record =>
                record.PersonId == context.PersonId || record.ServiceClientId == context.ServiceClientId));
        Memory("principals", viewer => viewer.Principals.ToArray());
        Memory("scopes", viewer => ScopeNames.Of(viewer.Scopes).ToArray());
        Memory("roles", viewer => viewer.Roles.Select(ToRow).ToList());
        Memory("training", viewer => viewer.Training.ToArray());
        Memory("productTypes", viewer => viewer.ProductTypes.ToArray());
        Memory("attributes", viewer => viewer.Attributes.ToArray());
        Memory("decidedAt", viewer => viewer.Now);
    }

    static ViewerRole ToRow((PersonRole Role, Guid CenterId) held) => new(
        held.Role,
        held.CenterId == Guid.Empty ? null : NodeIds.Format(nameof(FusionCenter), held.CenterId));
}
