using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Access;

/// <summary>The fields of <c>ViewerRole</c>.</summary>
sealed class ViewerRoleFields : RowFields<ViewerRole>;
