using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Centers;

/// <summary>The fields of <c>PrivacyPolicy</c>.</summary>
sealed class PrivacyPolicyFields : RowFields<PrivacyPolicy>;
