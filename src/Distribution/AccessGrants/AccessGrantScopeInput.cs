namespace GraphApi.Distribution.AccessGrants;

/// <summary>What a grant is to open: one of the two.</summary>
/// <param name="Product">The id of a product; null: a center is named.</param>
/// <param name="Center">The id of a center; null: a product is named.</param>
sealed record AccessGrantScopeInput(string? Product, string? Center);
