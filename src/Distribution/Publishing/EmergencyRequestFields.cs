using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Publishing;

/// <summary>The fields of <c>EmergencyRequest</c>.</summary>
sealed class EmergencyRequestFields : EntityFields<EmergencyRequest>;
