using System.Buffers.Text;
using System.Security.Cryptography;
using GraphApi.Server.Configuration;
using Microsoft.IdentityModel.Tokens;

namespace GraphApi.Server.Security;

/// <summary>Reads the public keys of token issuers from PEM files.</summary>
static class KeyFile
{
    /// <summary>
    /// The key of a file: EC (P-256 or larger) or RSA (2048 bits or more). Throws a <see
    /// cref="ConfigurationException"/> that names the file where it holds no such key.
    /// </summary>
    public static SecurityKey Read(NamedKeyFile file)
    {
        var path = file.Path;
        var pem = File.ReadAllText(path);
        if (TryImport(ECDsa.Create(), pem) is { } curve)
        {
            return new ECDsaSecurityKey(curve)
            {
                KeyId = file.KeyId ?? ThumbprintOf(curve.ExportSubjectPublicKeyInfo()),
            };
        }

        if (TryImport(RSA.Create(), pem) is not { } rsa)
        {
            throw new ConfigurationException([$"Authentication:KeyFiles: {path} holds no EC or RSA key in PEM."]);
        }

        return rsa.KeySize >= SignatureAlgorithm.LeastRsaBits
            ? new RsaSecurityKey(rsa) { KeyId = file.KeyId ?? ThumbprintOf(rsa.ExportSubjectPublicKeyInfo()) }
            : throw new ConfigurationException(
            [
                $"Authentication:KeyFiles: {path} has {rsa.KeySize} bits; "
                    + $"{SignatureAlgorithm.LeastRsaBits} are needed.",
            ]);
    }

    /// <summary>A key's id where its issuer gave none: the SHA-256 of its public half, base64url.</summary>
    public static string ThumbprintOf(byte[] publicKey) => Base64Url.EncodeToString(SHA256.HashData(publicKey));

    static TKey? TryImport<TKey>(TKey key, string pem)
        where TKey : AsymmetricAlgorithm
    {
        try
        {
            key.ImportFromPem(pem);
            return key;
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            key.Dispose();
            return null;
        }
    }
}
