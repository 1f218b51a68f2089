using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Publishing;

/// <summary>The fields of <c>AudienceDelta</c>.</summary>
sealed class AudienceDeltaFields : RowFields<AudienceDelta>;
