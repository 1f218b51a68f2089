using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Recalls;

/// <summary>The fields of <c>RecallResponseEvent</c>, each a column of its name.</summary>
sealed class RecallResponseEventFields : EntityFields<RecallResponseEvent>
{
    public RecallResponseEventFields() => OrderBy(answer => answer.Revision);
}
