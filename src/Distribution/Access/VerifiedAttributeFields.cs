using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Access;

/// <summary>The fields of <c>VerifiedAttribute</c>.</summary>
sealed class VerifiedAttributeFields : EntityFields<VerifiedAttribute>
{
    public VerifiedAttributeFields()
    {
        OrderBy(attribute => attribute.VerifiedOn);
    }
}
