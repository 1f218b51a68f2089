using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Products;

/// <summary>The fields of <c>Publication</c>.</summary>
sealed class PublicationFields : EntityFields<Publication>
{
    public PublicationFields()
    {
        OrderByDescending(publication => publication.EffectiveAt);
    }
}
