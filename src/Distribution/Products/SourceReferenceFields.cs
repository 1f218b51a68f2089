using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Products;

/// <summary>The fields of <c>SourceReference</c>.</summary>
sealed class SourceReferenceFields : EntityFields<SourceReference>
{
    public SourceReferenceFields()
    {
        OrderBy(source => source.Ordinal);
    }
}
