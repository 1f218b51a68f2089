using GraphApi.Data.Bindings;
using GraphApi.Distribution.Lists;

namespace GraphApi.Distribution.Explanations;

/// <summary>The fields of <c>AccessPredicate</c> that are not simply a property of their name.</summary>
sealed class AccessPredicateFields : RowFields<AccessPredicate>
{
    public AccessPredicateFields() => Entity<DistributionList>("list", predicate => predicate.ListId);
}
