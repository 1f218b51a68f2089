using System.Buffers;

namespace GraphApi.Server.Documents;

/// <summary>What the id of a trusted document may be.</summary>
/// <seealso href="https://github.com/graphql/graphql-over-http/blob/persisted-documents/spec"/>
static class DocumentIds
{
    const int MaxLength = 256;

    static readonly SearchValues<char> Unreserved =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:");

    /// <summary>
    /// Why a document cannot have an id; null: it can. An id is a hash of the text, with the prefix <c>sha256:</c> or
    /// without; a name without colon; or begins with <c>x-</c> where it has one. All other prefixes are reserved.
    /// </summary>
    public static string? Refuse(string id, StoredDocument document)
    {
        if (id.Length is 0 or > MaxLength || id.AsSpan().ContainsAnyExcept(Unreserved))
        {
            return "An id has 1 to 256 letters, digits, and '-', '.', '_', '~' or ':'.";
        }

        if (DocumentHash.FromId(id) is { } hash)
        {
            return hash == document.Hash ? null : $"The SHA-256 of the text is {document.Hash}, which its id is not.";
        }

        return id.Contains(':', StringComparison.Ordinal) && !id.StartsWith("x-", StringComparison.Ordinal)
            ? "The id has a prefix that is neither 'sha256:', before 64 hexadecimal digits in lower case, nor 'x-...:'."
            : null;
    }
}
