using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Centers;

/// <summary>The fields of <c>PublicContact</c>.</summary>
sealed class PublicContactFields : RowFields<PublicContact>;
