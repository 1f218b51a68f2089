using GraphApi.Data.Bindings;
using Microsoft.EntityFrameworkCore;

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
            ReadStatusAsync,
            organization => organization.Id,
            organization => organization.Status);
    }

    /// <summary>
    /// Whether a partnership is under way, rests or has ended is between the organization and the centers.
    /// </summary>
    static async ValueTask<IReadOnlyList<OrganizationStatus?>> ReadStatusAsync(
        DistributionSession session,
        IReadOnlyList<Organization> organizations,
        CancellationToken cancellationToken)
    {
        var viewer = session.Viewer;
        if (viewer.IsAdministrator)
        {
            return [.. organizations.Select(organization => (OrganizationStatus?)organization.Status)];
        }

        var shown = new HashSet<Guid>();
        if (viewer.IsStaff)
        {
            var context = await session.GetTypedContextAsync(cancellationToken);
            var ids = organizations.Select(organization => organization.Id).Distinct().ToArray();
            shown.UnionWith(await context.Set<OrganizationCenter>()
                .Where(link => ids.Contains(link.OrganizationId) && viewer.StaffCenterIds.Contains(link.CenterId))
                .Select(link => link.OrganizationId)
                .ToListAsync(cancellationToken));
        }

        if (viewer.OrganizationId is { } own)
        {
            shown.Add(own);
        }

        return [.. organizations.Select(o => shown.Contains(o.Id) ? o.Status : (OrganizationStatus?)null)];
    }
}
