using GraphApi.Data.Bindings;
using GraphApi.Distribution.Lists;

namespace GraphApi.Distribution.Products;

/// <summary>The fields of <c>DeliveryBasis</c>.</summary>
sealed class DeliveryBasisFields : RowFields<DeliveryBasis>
{
    public DeliveryBasisFields()
    {
        Entities<DistributionList>("lists", basis => basis.ListIds);
    }
}
