using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Administration;

/// <summary>The fields of <c>AdministrativeEvent</c> that are not simply a column of their name.</summary>
sealed class AdministrativeEventFields : EntityFields<AdministrativeEvent>
{
    public AdministrativeEventFields()
    {
        OrderByDescending(entry => entry.OccurredAt);
        OneOf("principal", entry => entry.Person, entry => entry.Organization, entry => entry.ServiceClient);
    }
}
