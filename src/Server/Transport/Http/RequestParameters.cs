using System.Text.Json;

namespace GraphApi.Server.Transport.Http;

/// <summary>The parameters of a GraphQL request, as they came.</summary>
/// <seealso href="https://http-spec.graphql.org/September2026/#sec-Request-Parameters"/>
readonly record struct RequestParameters
{
    /// <summary>The document's text; null: none was sent.</summary>
    public string? Query { get; init; }

    /// <summary>
    /// The id of a document that the server knows, as <c>documentId</c> or as <c>id</c>; null: none was sent.
    /// </summary>
    public string? DocumentId { get; init; }

    /// <summary>Which operation of the document to run; null: its only one.</summary>
    public string? OperationName { get; init; }

    /// <summary>The values of the variables: a JSON object, or undefined.</summary>
    public JsonElement Variables { get; init; }

    /// <summary>What the request holds beyond the specification: a JSON object, or undefined.</summary>
    public JsonElement Extensions { get; init; }
}
