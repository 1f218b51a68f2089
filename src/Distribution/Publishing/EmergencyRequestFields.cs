using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Publishing;

/// <summary>The fields of <c>EmergencyRequest</c>.</summary>
sealed class EmergencyRequestFields : EntityFields<EmergencyRequest>
{
    // Reading it leaves an access record, which needs to know of which version it is.
    public EmergencyRequestFields() =>
        Column("reason", request => request.Reason, request => request.VersionId, request => request.OriginatorId);
}
