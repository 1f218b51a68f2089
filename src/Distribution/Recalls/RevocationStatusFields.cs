using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Recalls;

/// <summary>The fields of <c>RevocationStatus</c>, each a property of its name.</summary>
sealed class RevocationStatusFields : RowFields<RevocationStatus>;
