using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Products;

/// <summary>The fields of <c>PublicationRecipient</c>.</summary>
sealed class PublicationRecipientFields : EntityFields<PublicationRecipient>;
