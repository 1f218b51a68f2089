using System.Text.Json;

namespace GraphApi.Server.Security;

/// <summary>The keys that a token is bound to (<c>cnf</c>): only who proves to hold them may use it.</summary>
/// <param name="KeyThumbprint">
/// The thumbprint (RFC 7638, SHA-256, base64url) of the key of DPoP proofs (<c>jkt</c>); null: none is needed.
/// </param>
/// <param name="CertificateThumbprint">
/// The SHA-256, base64url, of the client's certificate (<c>x5t#S256</c>); null: none is needed.
/// </param>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc7800"/>
sealed record TokenBinding(string? KeyThumbprint, string? CertificateThumbprint)
{
    /// <summary>Bound to nothing: whoever bears the token may use it.</summary>
    public static readonly TokenBinding None = new(null, null);

    /// <summary>Whether there is any.</summary>
    public bool IsBound => KeyThumbprint is not null || CertificateThumbprint is not null;

    /// <summary>
    /// Reads the claim as the token has it; null: it asks for what cannot be checked here, so the token is of no use.
    /// </summary>
    public static TokenBinding? Read(object claim)
    {
        if (claim is not JsonElement { ValueKind: JsonValueKind.Object } confirmation)
        {
            return null;
        }

        var binding = None;
        foreach (var member in confirmation.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.String || member.Value.GetString() is not { Length: > 0 } text)
            {
                return null;
            }

            switch (member.Name)
            {
                case "jkt":
                    binding = binding with { KeyThumbprint = text };
                    break;
                case "x5t#S256":
                    binding = binding with { CertificateThumbprint = text };
                    break;
                default:
                    return null;
            }
        }

        return binding.IsBound ? binding : null;
    }
}
