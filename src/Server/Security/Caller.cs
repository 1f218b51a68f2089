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

    /// <summary>Says on the response that (and by which scheme) credentials are needed.</summary>
    public void Challenge(HttpResponse response) => response.Headers.WWWAuthenticate = Refused!.Challenge;
}
