using System.Security.Claims;
using GraphApi.Engine.Errors;

namespace GraphApi.Server.Security;

/// <summary>
/// Who sent a request: a principal, nobody (no credentials), or somebody whose credentials are refused. Refused
/// credentials are never taken for none, since their sender would read fewer products and not know why.
/// </summary>
/// <param name="Principal">The principal of a valid token; null: anonymous, or refused.</param>
/// <param name="Refused">Why the credentials are refused; null: they are not.</param>
readonly record struct Caller(ClaimsPrincipal? Principal, CallerRefusal? Refused)
{
    /// <summary>Until when the token is believed, the allowance for clocks included; null: there is no token.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Why the credentials are refused, as an error; null: they are not.</summary>
    public GraphQLError? Refusal => Refused?.Error;

    /// <summary>
    /// Looks at the credentials of a request. Throws <see cref="KeysUnavailableException"/> where they can be neither
    /// believed nor refused.
    /// </summary>
    public static ValueTask<Caller> OfAsync(HttpContext http) => http.Request.Headers.Authorization.Count == 0
        ? default
        : http.RequestServices.GetRequiredService<Authenticator>().AuthenticateAsync(http);

    /// <summary>
    /// Looks at credentials that came over a connection that an HTTP request opened, and not in its headers. Throws as
    /// <see cref="OfAsync(HttpContext)"/>.
    /// </summary>
    /// <param name="http">The request that opened the connection.</param>
    /// <param name="authorization">What would be the value of the header Authorization.</param>
    /// <param name="proof">What would be the value of the header DPoP; null: none.</param>
    public static ValueTask<Caller> OfAsync(HttpContext http, string authorization, string? proof) =>
        http.RequestServices.GetRequiredService<Authenticator>().AuthenticateAsync(http, authorization, proof);

    /// <summary>Says on the response that (and by which scheme) credentials are needed.</summary>
    public void Challenge(HttpResponse response) => response.Headers.WWWAuthenticate = Refused!.Challenge;
}
