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
        Batch<DistributionSession, MemberCountBucket?>(
            "memberCountBucket",
            ReadBuckets,
            list => list.MemberCount,
            list => list.MembershipVisibility);
    }

    /// <summary>Even a rough count is told only where the list is open, or to staff.</summary>
    static ValueTask<IReadOnlyList<MemberCountBucket?>> ReadBuckets(
        DistributionSession session,
        IReadOnlyList<DistributionList> lists,
        CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<MemberCountBucket?>>(
        [
            .. lists.Select(list => session.Viewer.IsStaff || list.MembershipVisibility == MembershipVisibility.Open
                ? BucketOf(list.MemberCount)
                : (MemberCountBucket?)null),
        ]);

    static MemberCountBucket BucketOf(int members) => members switch
    {
        < 10 => MemberCountBucket.Under10,
        <= 100 => MemberCountBucket.To100,
        <= 1_000 => MemberCountBucket.To1000,
        _ => MemberCountBucket.Over1000,
    };
}
