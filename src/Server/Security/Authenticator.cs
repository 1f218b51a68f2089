using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using GraphApi.Server.Configuration;
using Microsoft.Extensions.Primitives;

namespace GraphApi.Server.Security;

/// <summary>
/// Finds out who sends a request: a valid access token, and the proof of whoever sends it that it is his.
/// </summary>
sealed class Authenticator(AuthenticationOptions options, AccessTokens tokens, DpopProofs proofs)
{
    const string Bearer = "Bearer ";
    const string Dpop = "DPoP ";

    /// <summary>
    /// Looks at the credentials of a request; it may have none. Throws <see cref="KeysUnavailableException"/> where
    /// they can be neither believed nor refused.
    /// </summary>
    public ValueTask<Caller> AuthenticateAsync(HttpContext http) => http.Request.Headers.Authorization.Count == 0
        ? default
        : AuthenticateAsync(http, http.Request.Headers.Authorization, http.Request.Headers[DpopProofs.Header]);

    /// <summary>
    /// Looks at credentials that need not be in the headers: over a connection that the request opened, they come
    /// otherwise. Throws as the other one.
    /// </summary>
    /// <param name="http">The request, or the one that opened the connection.</param>
    /// <param name="authorization">The value of the header Authorization, or what would be.</param>
    /// <param name="proof">The same of the header DPoP; empty: none.</param>
    public async ValueTask<Caller> AuthenticateAsync(HttpContext http, StringValues authorization, StringValues proof)
    {
        if (authorization is not [{ } header] || TokenOf(header) is not { } text)
        {
            return new Caller(null, CallerRefusal.NoToken);
        }

        var (token, refusal) = await tokens.CheckAsync(text, http.RequestAborted);
        refusal ??= CheckBinding(token!, IsDpop(header), http.Connection);
        if (refusal is null && token!.Binding.KeyThumbprint is { } thumbprint)
        {
            refusal = await proofs.CheckAsync(http.Request, proof, text, thumbprint);
        }

        return refusal is null
            ? new Caller(token!.Principal, null) { Expires = token.Expires + options.ClockSkew }
            : new Caller(null, refusal);
    }

    /// <summary>
    /// What is wrong with how a valid token came, apart from the proof itself; null: nothing.
    /// </summary>
    CallerRefusal? CheckBinding(AccessToken token, bool hasProof, ConnectionInfo connection)
    {
        var (key, certificate) = token.Binding;
        return token.IsClients && options.SenderConstrainedClients && !token.Binding.IsBound
                ? CallerRefusal.UnboundToken
            : hasProof && key is null ? CallerRefusal.KeyNeeded
            : !hasProof && key is not null ? CallerRefusal.ProofNeeded
            : certificate is not null && certificate != ThumbprintOf(connection.ClientCertificate)
                ? CallerRefusal.CertificateNeeded
            : null;
    }

    static string? ThumbprintOf(X509Certificate2? certificate) =>
        certificate is null ? null : Base64Url.EncodeToString(certificate.GetCertHash(HashAlgorithmName.SHA256));

    static string? TokenOf(string header)
    {
        var scheme = IsDpop(header) ? Dpop
            : header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? Bearer
            : null;
        return scheme is not null && header.AsSpan(scheme.Length).Trim(' ') is { Length: > 0 } token
            && !token.ContainsAny(' ', ',')
                ? token.ToString()
                : null;
    }

    static bool IsDpop(string header) => header.StartsWith(Dpop, StringComparison.OrdinalIgnoreCase);
}
