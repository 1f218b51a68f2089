using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Partners;

/// <summary>
/// The fields of <c>Organization</c> that are not simply a column, reference or collection of their name.
/// </summary>
sealed class OrganizationFields : EntityFields<Organization>
{
    public OrganizationFields()
    {
        OrderBy(organization => organization.DisplayName);
        Children("clients", organization => organization.Clients.Select(link => link.Client));
        Batch<DistributionSession, OrganizationStatus?>(
            "status",
            ReadStatus,
            organization => organization.Id,
            organization => organization.Status);
    }

    /// <summary>
    /// Whether a partnership is under way, rests or has ended is between the organization and the centers.
    /// </summary>
    static ValueTask<IReadOnlyList<OrganizationStatus?>> ReadStatus(
        DistributionSession session,
        IReadOnlyList<Organization> organizations,
        CancellationToken cancellationToken)
    {
        var viewer = session.Viewer;
        var seesAll = viewer.IsStaff || viewer.IsAdministrator;
        return ValueTask.FromResult<IReadOnlyList<OrganizationStatus?>>(
            
            [
                .. organizations.Select(o =>
                    seesAll || o.Id == viewer.OrganizationId ? o.Status : (OrganizationStatus?)null),
            ]);
    }
}
