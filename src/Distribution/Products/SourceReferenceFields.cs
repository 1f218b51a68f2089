using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Products;

/// <summary>The fields of <c>SourceReference</c>.</summary>
sealed class SourceReferenceFields : EntityFields<SourceReference>
{
    public SourceReferenceFields()
    {
        OrderBy(source => source.Ordinal);
        // Reading them leaves an access record, which needs to know of which version they are.
        Column("citation", source => source.Citation, source => source.VersionId, source => source.OriginatorId);
        Column("originator", source => source.Originator, source => source.VersionId, source => source.OriginatorId);
    }
}
