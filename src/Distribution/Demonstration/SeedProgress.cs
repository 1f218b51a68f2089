namespace GraphApi.Distribution.Demonstration;

/// <summary>How far loading has come.</summary>
/// <param name="Table">What is being written: a table's name, or a step such as "indexes".</param>
/// <param name="Rows">Rows written so far of this table.</param>
/// <param name="Total">Rows expected of this table; null where it is not known before the end.</param>
public sealed record SeedProgress(string Table, long Rows, long? Total);
