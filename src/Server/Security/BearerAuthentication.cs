using GraphApi.Server.Configuration;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;

namespace GraphApi.Server.Security;

/// <summary>
/// Sets up JWT bearer authentication: issuer, audience, lifetime, type and algorithms are all pinned.
/// </summary>
static class BearerAuthentication
{
    /// <summary>
    /// Adds the scheme <c>Bearer</c>. <paramref name="developmentKeys"/> is null where other keys are configured.
    /// </summary>
    public static void AddBearerAuthentication(
        this IServiceCollection services,
        AuthenticationOptions options,
        DevelopmentKeys? developmentKeys,
        TimeProvider time)
    {
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(bearer =>
        {
            bearer.Authority = options.Authority;
            bearer.RequireHttpsMetadata = options.Authority?.StartsWith("http://", StringComparison.Ordinal) != true;
            bearer.MapInboundClaims = false;
            bearer.IncludeErrorDetails = false;
            bearer.SaveToken = false;
            bearer.TokenHandlers.Clear();
            bearer.TokenHandlers.Add(new AccessTokenHandler(new KnownTokens(time)));
            bearer.TokenValidationParameters = Parameters(options, developmentKeys, time);
        });
    }

    static TokenValidationParameters Parameters(
        AuthenticationOptions options, DevelopmentKeys? developmentKeys, TimeProvider time) => new()
        {
            ValidIssuer = options.Issuer,
            ValidAudience = options.Audience,
            ValidAlgorithms = options.Algorithms,
            ValidTypes = options.TokenTypes,
            IssuerSigningKeys = developmentKeys is not null
            ? developmentKeys.TokenKeys
            : [.. options.KeyFiles.Select(KeyFile.Read)],
            ValidateIssuer = true,
            ValidateAudience = true,
            ValidateIssuerSigningKey = true,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            NameClaimType = "sub",
            RoleClaimType = "roles",
            AuthenticationType = JwtBearerDefaults.AuthenticationScheme,
            LifetimeValidator = (notBefore, expires, _, _) =>
                IsAlive(notBefore, expires, options.ClockSkew, time.GetUtcNow().UtcDateTime),
        };

    // The library's own check reads the system's clock; a test, and a server whose clock is injected, could not.
    static bool IsAlive(DateTime? notBefore, DateTime? expires, TimeSpan skew, DateTime now)
    {
        if (expires is not { } end)
        {
            throw new SecurityTokenNoExpirationException();
        }

        return now > end + skew
            ? throw new SecurityTokenExpiredException()
            : notBefore is { } start && now < start - skew ? throw new SecurityTokenNotYetValidException() : true;
    }
}
