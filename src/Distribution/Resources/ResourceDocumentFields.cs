using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Resources;

/// <summary>The fields of <c>ResourceDocument</c>.</summary>
sealed class ResourceDocumentFields : EntityFields<ResourceDocument>
{
    public ResourceDocumentFields()
    {
        OrderBy(resource => resource.Title);
    }
}
