using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Access;

/// <summary>The fields of <c>ServiceClient</c>.</summary>
sealed class ServiceClientFields : EntityFields<ServiceClient>
{
    public ServiceClientFields()
    {
        OrderBy(client => client.ClientId);
    }
}
