using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.AccessRecords;

/// <summary>The fields of <c>AccessReconciliation</c>.</summary>
sealed class AccessReconciliationFields : EntityFields<AccessReconciliation>
{
    public AccessReconciliationFields()
    {
        OrderByDescending(run => run.Day);
        OrderByDescending(run => run.At);
    }
}
