using GraphApi.Engine.Errors;

namespace GraphApi.Server.Documents;

/// <summary>Which document a request means, or why none.</summary>
readonly record struct DocumentChoice
{
    /// <summary>The text; null: the request has none, or is refused.</summary>
    public string? Text { get; init; }

    /// <summary>The hash of the text, where it is known without reading it; null: it is not.</summary>
    public string? Hash { get; init; }

    /// <summary>Whether the operator trusts the document.</summary>
    public bool IsTrusted { get; init; }

    /// <summary>
    /// Whether the client sent text and hash, so that the next time the hash will do: it is to be told whether it will.
    /// </summary>
    public bool IsOffered { get; init; }

    /// <summary>Why the request is refused; null: it is not.</summary>
    public GraphQLError? Error { get; init; }

    /// <summary>A refused request.</summary>
    public static DocumentChoice Refuse(string message, string code) =>
        new() { Error = new GraphQLError(message, code) };

    /// <summary>A document that a client registered.</summary>
    public static DocumentChoice OfRegistered(StoredDocument document) =>
        new() { Text = document.Text, Hash = document.Hash };

    /// <summary>A document that the operator trusts.</summary>
    public static DocumentChoice OfTrusted(StoredDocument document) =>
        OfRegistered(document) with { IsTrusted = true };
}
