using GraphApi.Distribution.Partners;

namespace GraphApi.Distribution.Recalls;

/// <summary>How many recipients of a recall belong to organizations of a kind, and how many of them are done.</summary>
/// <param name="Kind">The kind of organization; null: they belong to none.</param>
/// <param name="Recipients">How many there are; null: too few to be told to the reader.</param>
/// <param name="Settled">How many are done; null: too few to be told to the reader.</param>
sealed record RecallKindCount(StakeholderKind? Kind, int? Recipients, int? Settled);
