namespace GraphApi.Distribution.Reference;

/// <summary>One discipline a partner works in.</summary>
/// <param name="Code">Our code; stable.</param>
/// <param name="Name">The name shown.</param>
sealed record DisciplineReference(string Code, string Name);
