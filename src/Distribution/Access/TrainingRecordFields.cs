using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Access;

/// <summary>The fields of <c>TrainingRecord</c>.</summary>
sealed class TrainingRecordFields : EntityFields<TrainingRecord>
{
    public TrainingRecordFields()
    {
        OrderBy(record => record.CompletedOn);
    }
}
