namespace GraphApi.Data.Sorting;

/// <summary>One key of an order and its direction.</summary>
readonly record struct SortTerm(SortKey Key, bool Descending);
