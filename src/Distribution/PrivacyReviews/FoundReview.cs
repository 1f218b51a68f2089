using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>A review as the viewer found it, with its version.</summary>
/// <param name="Review">The review.</param>
/// <param name="Version">The version it is about.</param>
/// <param name="IsAuthor">Whether the viewer wrote the version.</param>
sealed record FoundReview(PrivacyReview Review, ProductVersion Version, bool IsAuthor);
