namespace GraphApi.Server.Documents;

/// <summary>A document that the server holds.</summary>
/// <param name="Hash">Its <see cref="DocumentHash"/>, by which the engine keeps its plan.</param>
/// <param name="Text">Its text.</param>
sealed record StoredDocument(string Hash, string Text)
{
    /// <summary>A document with the hash of its text.</summary>
    public static StoredDocument Of(string text) => new(DocumentHash.Of(text), text);
}
