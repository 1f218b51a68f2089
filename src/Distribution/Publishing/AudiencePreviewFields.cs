using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Publishing;

/// <summary>The fields of <c>AudiencePreview</c>.</summary>
sealed class AudiencePreviewFields : RowFields<AudiencePreview>;
