using GraphApi.Engine.Errors;
using GraphApi.Server.Security;

namespace GraphApi.Server.Transport.Streams;

/// <summary>
/// Who is behind a connection that stays open, until when he is believed to be, and what he may at the moment. Mutable:
/// he may bring a new token; thread-safe.
/// </summary>
sealed class StreamCaller(GraphQLService service, RequestOrigin origin, DateTimeOffset? expires, TimeProvider time)
{
    /// <summary>What ends the streams of somebody whose token has expired, and answers what he asks then.</summary>
    public static readonly GraphQLError Expired = new(
        "The access token has expired. Ask again with a new one; of a subscription, after the cursor.",
        ErrorCode.TokenExpired);

    volatile Credentials _credentials = new(origin, expires);

    /// <summary>Where his requests come from, with the token he brought last.</summary>
    public RequestOrigin Origin => _credentials.Origin;

    /// <summary>Until when his token is believed; null: he has none.</summary>
    public DateTimeOffset? Expires => _credentials.Expires;

    /// <summary>Whether it is believed no more.</summary>
    public bool IsExpired => _credentials.Expires is { } end && time.GetUtcNow() > end;

    /// <summary>
    /// Takes a token of the same principal in place of the one before. Returns whether it is: subject and issuer are
    /// the same.
    /// </summary>
    public bool TryRenew(Caller caller)
    {
        var known = _credentials;
        if (caller.Principal is not { } principal
            || known.Origin.Principal is not { } before
            || !IsSame("sub")
            || !IsSame("iss")
            || !IsSame("client_id"))
        {
            return false;
        }

        _credentials = new Credentials(known.Origin with { Principal = principal }, caller.Expires);
        return true;

        bool IsSame(string claim) => principal.FindFirst(claim)?.Value == before.FindFirst(claim)?.Value;
    }

    /// <summary>
    /// Opens a session with the rights of this moment. Throws what opening it throws, and a
    /// <see cref="GraphQLException"/> where the token has expired.
    /// </summary>
    public ValueTask<IAsyncDisposable> OpenSessionAsync(CancellationToken cancellationToken) => IsExpired
        ? throw new GraphQLException(Expired)
        : service.OpenSessionAsync(_credentials.Origin, cancellationToken);

    sealed record Credentials(RequestOrigin Origin, DateTimeOffset? Expires);
}
