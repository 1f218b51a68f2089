using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Lists;

/// <summary>The most closely held that may be published to a list.</summary>
/// <param name="Tlp">The narrowest TLP.</param>
/// <param name="Sensitivities">The sensitivities.</param>
sealed record MarkingCeiling(Tlp Tlp, Sensitivity[] Sensitivities);
