using System.Diagnostics;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Response;

namespace GraphApi.Server.Transport.Http;

/// <summary>
/// The HTTP status of a response: the one place where it is chosen for an operation that reached the engine.
/// </summary>
/// <seealso href="https://graphql.github.io/graphql-over-http/draft/#sec-Status-Codes"/>
static class HttpStatus
{
    /// <summary>
    /// <c>application/json</c>: 200 for whatever could be read. <c>application/graphql-response+json</c>: 200 where
    /// there is data, be it null, else 400. Both: 405 for an operation that this method may not run, 5xx where we
    /// failed.
    /// </summary>
    public static int Of(GraphQLResponse response, MediaType mediaType) => response.Kind switch
    {
        ResponseKind.Executed => StatusCodes.Status200OK,
        ResponseKind.OperationNotAllowed => StatusCodes.Status405MethodNotAllowed,
        ResponseKind.TimedOut => StatusCodes.Status408RequestTimeout,
        ResponseKind.Failed when IsUnavailable(response) => StatusCodes.Status503ServiceUnavailable,
        ResponseKind.Failed => StatusCodes.Status500InternalServerError,
        ResponseKind.Refused when IsUnreadable(response) => StatusCodes.Status400BadRequest,
        ResponseKind.Refused => mediaType == MediaType.Json ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        _ => throw new UnreachableException(),
    };

    // A request without a document is no GraphQL request, whatever the client accepts.
    static bool IsUnreadable(GraphQLResponse response) => response.Errors is [{ Code: ErrorCode.QueryMissing }];

    static bool IsUnavailable(GraphQLResponse response) => response.Errors is [{ Code: ErrorCode.Unavailable }];
}
