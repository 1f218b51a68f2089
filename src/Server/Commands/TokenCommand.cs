using System.Security.Claims;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Demonstration;
using GraphApi.Server.Configuration;
using GraphApi.Server.Security;
using Microsoft.IdentityModel.JsonWebTokens;

namespace GraphApi.Server.Commands;

/// <summary>
/// Prints an access token for a demonstration principal, or names the principals. In Development only.
/// </summary>
static class TokenCommand
{
    /// <summary>
    /// Writes the token of <paramref name="name"/>, and nothing else, to <paramref name="output"/>. Returns the exit
    /// code.
    /// </summary>
    /// <param name="name">The principal.</param>
    /// <param name="minutes">How long the token is valid.</param>
    /// <param name="isSteppedUp">
    /// Whether it says of a person that he signed in just now with a method that cannot be phished.
    /// </param>
    /// <param name="options">The settings.</param>
    /// <param name="output">Where the token goes.</param>
    /// <param name="error">Where a refusal goes.</param>
    public static int Print(
        string name, int minutes, bool isSteppedUp, ServerOptions options, TextWriter output, TextWriter error)
    {
        if (RefusalOf(options) is { } refusal)
        {
            error.WriteLine(refusal);
            return CommandLine.Refused;
        }

        if (DemonstrationPrincipals.Find(name) is not { } principal)
        {
            error.WriteLine($"There is no principal '{name}'. './run token --list' names them.");
            return CommandLine.Refused;
        }

        var issuer = new TokenIssuer(
            options.Authentication, DevelopmentKeys.Open(options.DataDirectory), TimeProvider.System);
        var claims = ClaimsOf(principal);
        if (isSteppedUp)
        {
            AddSignIn(claims, options.Authentication.StepUp);
        }

        output.WriteLine(issuer.Issue(claims, TimeSpan.FromMinutes(minutes)));
        return 0;
    }

    /// <summary>Names all principals and says who they are. Returns the exit code.</summary>
    public static int List(TextWriter output)
    {
        var width = DemonstrationPrincipals.All.Max(principal => principal.Name.Length);
        foreach (var principal in DemonstrationPrincipals.All)
        {
            output.WriteLine($"{principal.Name.PadRight(width)}  {principal.Description}");
        }

        return 0;
    }

    static void AddSignIn(Dictionary<string, object> claims, StepUpRule rule)
    {
        claims[JwtRegisteredClaimNames.AuthTime] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        if (rule.AcrValues is [var context, ..])
        {
            claims[JwtRegisteredClaimNames.Acr] = context;
        }
        else
        {
            claims[JwtRegisteredClaimNames.Amr] = rule.AmrValues.Take(1).ToArray();
        }
    }

    static string? RefusalOf(ServerOptions options) => options switch
    {
        { IsDevelopment: false } => "Tokens are given out in Development only.",
        { Authentication.UsesDevelopmentKeys: false } =>
            "This server does not sign tokens itself: get one from the issuer that is configured.",
        _ => null,
    };

    // A claim type that stands several times is one claim with a list.
    static Dictionary<string, object> ClaimsOf(DemonstrationPrincipal principal) =>
        principal.Claims.GroupBy(claim => claim.Type).ToDictionary(
            claims => claims.Key,
            claims => claims.Count() > 1 ? claims.Select(ValueOf).ToArray() : (object)ValueOf(claims.Single()));

    static string ValueOf(Claim claim) => claim.Value;
}
