namespace GraphApi.Engine.Tests.Oracle;

/// <summary>A document that both implementations are asked about.</summary>
/// <param name="Origin">Where it comes from, such that it can be made again.</param>
/// <param name="Schema">What it is validated against; null: it is only parsed and printed.</param>
/// <param name="Text">The document.</param>
sealed record JudgedDocument(string Origin, OracleSchema? Schema, string Text);
