using System.Text.Json;

namespace GraphApi.Server.Transport.Http;

/// <summary>The parameters of a GraphQL request, as they came.</summary>
/// <param name="Query">The document; null: none was sent.</param>
/// <param name="OperationName">Which operation of the document to run; null: its only one.</param>
/// <param name="Variables">A JSON object, null or undefined.</param>
/// <seealso href="https://graphql.github.io/graphql-over-http/draft/#sec-Request-Parameters"/>
readonly record struct RequestParameters(string? Query, string? OperationName, JsonElement Variables);
