using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Products;

/// <summary>The fields of <c>VersionRecipient</c>.</summary>
sealed class VersionRecipientFields : EntityFields<VersionRecipient>;
