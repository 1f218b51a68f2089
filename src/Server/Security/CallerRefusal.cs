using GraphApi.Engine.Errors;

namespace GraphApi.Server.Security;

/// <summary>Why the credentials of a request are refused, and how others are asked for.</summary>
/// <param name="Message">What the caller is told; nothing of what a valid token would have been.</param>
/// <param name="Challenge">The header WWW-Authenticate.</param>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc6750#section-3"/>
sealed record CallerRefusal(string Message, string Challenge)
{
    const string Proofs = "DPoP algs=\"ES256 ES384 ES512 PS256 PS384 PS512 RS256 RS384 RS512\"";

    /// <summary>There is something else than one token in one header.</summary>
    public static readonly CallerRefusal NoToken = new(
        "The Authorization header must be, once, 'Bearer' or 'DPoP' followed by an access token.",
        $"Bearer, {Proofs}");

    /// <summary>The token was valid.</summary>
    public static readonly CallerRefusal ExpiredToken = new(
        "The access token has expired. Get a new one and send the request again.",
        "Bearer error=\"invalid_token\", error_description=\"The token has expired.\"");

    /// <summary>The token is not valid; why is not said, since it tells only a forger something.</summary>
    public static readonly CallerRefusal InvalidToken = new(
        "The access token is not valid.", "Bearer error=\"invalid_token\"");

    /// <summary>A machine client's token that anybody who finds it could use.</summary>
    public static readonly CallerRefusal UnboundToken = new(
        "The access token of a machine client must be bound to a key: by DPoP or by a client certificate.",
        $"Bearer error=\"invalid_token\", {Proofs}");

    /// <summary>A token that is bound to a key came without a proof.</summary>
    public static readonly CallerRefusal ProofNeeded = new(
        "The access token is bound to a key. Send it as 'DPoP' with a proof.",
        $"{Proofs}, error=\"invalid_token\"");

    /// <summary>A proof came with a token that is bound to no key.</summary>
    public static readonly CallerRefusal KeyNeeded = new(
        "The access token is bound to no key. Send it as 'Bearer'.",
        $"{Proofs}, error=\"invalid_token\"");

    /// <summary>A token that is bound to a certificate came over a connection without it.</summary>
    public static readonly CallerRefusal CertificateNeeded = new(
        "The access token is bound to a client certificate that did not come with it.",
        "Bearer error=\"invalid_token\"");

    /// <summary>The same as an error of a response.</summary>
    public GraphQLError Error => new(Message, ErrorCode.NotAuthenticated);

    /// <summary>A proof is not valid.</summary>
    /// <param name="reason">Why: a clause.</param>
    public static CallerRefusal InvalidProof(string reason) => new(
        $"The DPoP proof is not valid: {reason}.", $"{Proofs}, error=\"invalid_dpop_proof\"");
}
