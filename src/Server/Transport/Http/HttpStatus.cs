using System.Diagnostics;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Response;
using GraphApi.Server.Configuration;

namespace GraphApi.Server.Transport.Http;

/// <summary>The HTTP status of an answer: the one place where it is chosen.</summary>
/// <seealso href="https://http-spec.graphql.org/September2026/#sec-Status-Codes"/>
static class HttpStatus
{
    /// <summary>The operation ran; there are data, be they null, and errors.</summary>
    public const int PartialSuccess = 294;

    // 408 may seem the word for it. It is for a request that came too slowly, and Chromium answers it by sending the
    // same request, be it a mutation, up to twice more.
    const int TimedOut = StatusCodes.Status503ServiceUnavailable;

    /// <summary>The status of a request that does not reach the engine, whatever the client accepts.</summary>
    public static int Of(RequestRefusal refusal, StatusProfile profile) => refusal.Reason switch
    {
        RefusalReason.Unreadable => StatusCodes.Status400BadRequest,
        RefusalReason.Malformed => profile switch
        {
            StatusProfile.Audit => StatusCodes.Status400BadRequest,
            StatusProfile.September2026 => StatusCodes.Status422UnprocessableEntity,
            _ => throw new UnreachableException(),
        },
        RefusalReason.Unauthenticated => StatusCodes.Status401Unauthorized,
        RefusalReason.Forbidden => StatusCodes.Status403Forbidden,
        RefusalReason.TooMany => StatusCodes.Status429TooManyRequests,
        RefusalReason.Unavailable => StatusCodes.Status503ServiceUnavailable,
        RefusalReason.NotFound => StatusCodes.Status404NotFound,
        RefusalReason.MethodNotAllowed => StatusCodes.Status405MethodNotAllowed,
        RefusalReason.NotAcceptable => StatusCodes.Status406NotAcceptable,
        RefusalReason.TooSlow => StatusCodes.Status408RequestTimeout,
        RefusalReason.TooLarge => StatusCodes.Status413PayloadTooLarge,
        RefusalReason.UnsupportedMediaType => StatusCodes.Status415UnsupportedMediaType,
        _ => throw new UnreachableException(),
    };

    /// <summary>The status of a request that reached the engine.</summary>
    public static int Of(GraphQLResponse response, MediaType mediaType, StatusProfile profile) => profile switch
    {
        StatusProfile.Audit => OfAudit(response, mediaType),
        StatusProfile.September2026 => OfSeptember2026(response, mediaType),
        _ => throw new UnreachableException(),
    };

    static int OfAudit(GraphQLResponse response, MediaType mediaType) => response.Kind switch
    {
        ResponseKind.Executed when mediaType != MediaType.Json && OfRepetition(response) is { } status => status,
        ResponseKind.Executed or ResponseKind.Priced => StatusCodes.Status200OK,
        ResponseKind.Throttled => StatusCodes.Status429TooManyRequests,
        ResponseKind.OperationNotAllowed => StatusCodes.Status405MethodNotAllowed,
        ResponseKind.TimedOut => TimedOut,
        ResponseKind.Failed => OfFailure(response),
        // A request without a document is no GraphQL request, whatever the client accepts.
        ResponseKind.Refused when IsOnly(response, ErrorCode.QueryMissing) => StatusCodes.Status400BadRequest,
        ResponseKind.Refused when mediaType == MediaType.Json => StatusCodes.Status200OK,
        ResponseKind.Refused => StatusCodes.Status400BadRequest,
        _ => throw new UnreachableException(),
    };

    static int OfSeptember2026(GraphQLResponse response, MediaType mediaType) => response.Kind switch
    {
        ResponseKind.Executed when response.Errors.Count == 0 => StatusCodes.Status200OK,
        ResponseKind.Executed when mediaType != MediaType.Json && OfRepetition(response) is { } status => status,
        // 294 is no registered status: its meaning is the media type's, which a client of JSON does not know.
        ResponseKind.Executed => mediaType == MediaType.Json ? StatusCodes.Status200OK : PartialSuccess,
        ResponseKind.Priced => StatusCodes.Status200OK,
        ResponseKind.Throttled => StatusCodes.Status429TooManyRequests,
        ResponseKind.OperationNotAllowed => StatusCodes.Status405MethodNotAllowed,
        ResponseKind.TimedOut => TimedOut,
        ResponseKind.Failed => OfFailure(response),
        ResponseKind.Refused when IsOnly(response, ErrorCode.Syntax) => StatusCodes.Status400BadRequest,
        ResponseKind.Refused => StatusCodes.Status422UnprocessableEntity,
        _ => throw new UnreachableException(),
    };

    static int OfFailure(GraphQLResponse response) => IsOnly(response, ErrorCode.Unavailable)
        ? StatusCodes.Status503ServiceUnavailable
        : StatusCodes.Status500InternalServerError;

    // A request that was repeated under way, or under the key of another, where nothing else came of it.
    static int? OfRepetition(GraphQLResponse response) =>
        IsOnly(response, ErrorCode.IdempotencyKeyReused) ? StatusCodes.Status422UnprocessableEntity
        : IsOnly(response, ErrorCode.IdempotencyInProgress) ? StatusCodes.Status409Conflict
        : null;

    static bool IsOnly(GraphQLResponse response, string code) =>
        response.Errors is [{ Code: var only }] && only == code;
}
