using GraphApi.Data.Bindings;
using GraphApi.Distribution.Lists;
using GraphApi.Distribution.Partners;

namespace GraphApi.Distribution.Publishing;

/// <summary>The fields of <c>AudienceError</c>.</summary>
sealed class AudienceErrorFields : RowFields<AudienceError>
{
    public AudienceErrorFields()
    {
        Entity<DistributionList>("list", error => error.ListId);
        Entity<Person>("person", error => error.PersonId);
        Entity<Organization>("organization", error => error.OrganizationId);
    }
}
