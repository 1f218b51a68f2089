namespace GraphApi.Distribution.Ledger;

/// <summary>How many recipients there are of a sort.</summary>
/// <param name="Name">The sort: the name of a kind of organization, the code of a sector or jurisdiction.</param>
/// <param name="Recipients">How many; null: too few to be told.</param>
sealed record RecipientCount(string Name, int? Recipients);
