using System.Net;
using System.Security.Claims;
using GraphApi.Engine;
using GraphApi.Server.Transport.Http;

namespace GraphApi.Server.Transport;

/// <summary>Who asks, from where, by which way, and what that way allows.</summary>
sealed record RequestOrigin
{
    /// <summary>Who asks; null: anonymous.</summary>
    public ClaimsPrincipal? Principal { get; init; }

    /// <summary>Where the request comes from; null: it is not known.</summary>
    public IPAddress? Address { get; init; }

    /// <summary>What the caller says he reads for; null: nothing.</summary>
    public string? Purpose { get; init; }

    /// <summary>
    /// By what the caller can repeat the request, where its extensions do not say; null: he cannot.
    /// </summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>How it came in.</summary>
    public RequestChannel Channel { get; init; }

    /// <summary>What the response tells of the operation's cost.</summary>
    public CostMode Cost { get; init; }

    /// <summary>Whether no mutation may run, as over GET.</summary>
    public bool QueriesOnly { get; init; }

    /// <summary>Whether a subscription can be answered.</summary>
    public bool AllowSubscriptions { get; init; }

    /// <summary>The last event that the client had of a subscription; null: it does not say.</summary>
    public string? LastEventId { get; init; }

    /// <summary>The origin of what an HTTP request brings, whose headers can be read.</summary>
    public static RequestOrigin Of(HttpContext http, ClaimsPrincipal? principal) => new()
    {
        Principal = principal,
        Address = http.Connection.RemoteIpAddress,
        Purpose = PurposeHeader.Read(http.Request.Headers),
        IdempotencyKey = IdempotencyKeyHeader.Read(http.Request.Headers),
        Cost = CostHeader.Read(http.Request.Headers) ?? CostMode.Silent,
    };
}
