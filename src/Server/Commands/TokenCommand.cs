using System.Security.Claims;
using GraphApi.Distribution.Demonstration;
using GraphApi.Server.Configuration;
using GraphApi.Server.Security;

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
    public static int Print(string name, int minutes, ServerOptions options, TextWriter output, TextWriter error)
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
        output.WriteLine(issuer.Issue(ClaimsOf(principal), TimeSpan.FromMinutes(minutes)));
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
