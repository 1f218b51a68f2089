namespace GraphApi.Distribution.Demonstration;

/// <summary>What seeding came to.</summary>
/// <param name="IsSeeded">False where nothing was done, because the database already holds data.</param>
/// <param name="Size">The size that was asked for.</param>
/// <param name="Rows">How many rows were written, by table; empty where nothing was done.</param>
public sealed record SeedResult(bool IsSeeded, SeedSize Size, IReadOnlyDictionary<string, long> Rows);
