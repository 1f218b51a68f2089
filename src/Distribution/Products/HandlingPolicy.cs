namespace GraphApi.Distribution.Products;

/// <summary>
/// The rules that decide who may see what: <c>RowRules</c>, <c>MarkingRequirements</c>, <c>EntitlementRules</c>.
/// </summary>
static class HandlingPolicy
{
    /// <summary>Their version, for the record of each decision. Raise it with every change of one of them.</summary>
    public const string Version = "2026.11";
}
