namespace GraphApi.Distribution.Documents;

/// <summary>A document that an operator trusts, without its text.</summary>
/// <param name="Id">By what requests name it.</param>
/// <param name="Hash">The SHA-256 of its text in UTF-8: 64 hexadecimal digits in lower case.</param>
/// <param name="Client">Whose it is, a portal's name; null: not said.</param>
/// <param name="AddedAt">When it was added, in UTC.</param>
public sealed record TrustedDocument(string Id, string Hash, string? Client, DateTime AddedAt);
