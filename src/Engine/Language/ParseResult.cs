using System.Diagnostics.CodeAnalysis;
using GraphApi.Engine.Errors;

namespace GraphApi.Engine.Language;

/// <summary>What became of a source text: its tree, or why it has none.</summary>
/// <param name="Document">The tree; null where there is an error.</param>
/// <param name="Error">The first thing that is wrong; null where there is a tree.</param>
public readonly record struct ParseResult(DocumentNode? Document, GraphQLError? Error)
{
    /// <summary>Whether there is a tree.</summary>
    [MemberNotNullWhen(true, nameof(Document))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Document is not null;
}
