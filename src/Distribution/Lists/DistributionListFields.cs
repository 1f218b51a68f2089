using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Lists;

/// <summary>
/// The fields of <c>DistributionList</c> that are not simply a column, reference or collection of their name.
/// </summary>
sealed class DistributionListFields : EntityFields<DistributionList>
{
    public DistributionListFields()
    {
        OrderBy(list => list.Name);
        Children("products", list => list.Products.Select(link => link.Product))
            .OrderByDescending(product => product.PublishedAt)
            .Indexed<ListProduct, DateTime>(link => true, link => link.EffectiveAt, link => link.ProductId);
        Memory(
            "markingCeiling",
            list => new MarkingCeiling(list.TlpCeiling, list.CeilingSensitivities),
            list => list.TlpCeiling,
            list => list.CeilingSensitivities);
        Computed("memberCountBucket", list => list.MemberCountBucket, list =>
            list.MemberCount < 10 ? MemberCountBucket.Under10
            : list.MemberCount <= 100 ? MemberCountBucket.To100
            : list.MemberCount <= 1_000 ? MemberCountBucket.To1000
            : MemberCountBucket.Over1000);
    }
}
