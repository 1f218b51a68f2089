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
    }
}
