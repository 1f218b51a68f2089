using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Centers;

/// <summary>The fields of <c>EngagementPolicy</c>.</summary>
sealed class EngagementPolicyFields : RowFields<EngagementPolicy>;
