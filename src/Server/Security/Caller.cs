using System.Security.Claims;
using GraphApi.Engine.Errors;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;
using Microsoft.Net.Http.Headers;

namespace GraphApi.Server.Security;

/// <summary>
/// Who sent a request: a principal, nobody (no credentials), or somebody whose credentials are refused. Refused
/// credentials are never taken for none, since their sender would read fewer products and not know why.
/// </summary>
/// <param name="Principal">The principal of a valid token; null: anonymous, or refused.</param>
/// <param name="Refusal">Why the credentials are refused; null: they are not.</param>
readonly record struct Caller(ClaimsPrincipal? Principal, GraphQLError? Refusal)
{
    const string Expired = "The access token has expired. Get a new one and send the request again.";
    const string Invalid = "The access token is not valid.";
    const string NotBearer = "The Authorization header must be 'Bearer' followed by an access token.";

    /// <summary>Looks at the credentials of a request.</summary>
    public static ValueTask<Caller> OfAsync(HttpContext http) =>
        http.Request.Headers.ContainsKey(HeaderNames.Authorization) ? AuthenticateAsync(http) : default;

    /// <summary>Says on the response that (and by which scheme) credentials are needed.</summary>
    /// <seealso href="https://www.rfc-editor.org/rfc/rfc6750#section-3"/>
    public void Challenge(HttpResponse response) => response.Headers.WWWAuthenticate = Refusal?.Message switch
    {
        NotBearer => "Bearer",
        Expired => "Bearer error=\"invalid_token\", error_description=\"The token has expired.\"",
        _ => "Bearer error=\"invalid_token\"",
    };

    static async ValueTask<Caller> AuthenticateAsync(HttpContext http)
    {
        var result = await http.AuthenticateAsync(JwtBearerDefaults.AuthenticationScheme);
        if (result.Succeeded)
        {
            return new Caller(result.Principal, null);
        }

        var message = result.Failure switch
        {
            null => NotBearer,
            SecurityTokenExpiredException => Expired,
            _ => Invalid,
        };
        return new Caller(null, new GraphQLError(message, ErrorCode.NotAuthenticated));
    }
}
