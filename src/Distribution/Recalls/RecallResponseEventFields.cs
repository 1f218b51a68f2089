using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Recalls;

/// <summary>The fields of <c>RecallResponseEvent</c> that are not simply a column of their name.</summary>
sealed class RecallResponseEventFields : EntityFields<RecallResponseEvent>
{
    public RecallResponseEventFields()
    {
        OrderBy(answer => answer.Revision);
        Computed(
            "isRecorded",
            answer => answer.IsRecorded,
            (DistributionContext _, RecallResponseEvent answer) => answer.Means != null);
    }
}
