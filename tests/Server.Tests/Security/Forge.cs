using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GraphApi.Server.Tests.Security;

/// <summary>Makes tokens of any shape, the right ones and those that no library would make.</summary>
static class Forge
{
    /// <summary>A token by the profile of RFC 9068, of a user and for the toy server, issued now.</summary>
    public static JsonObject Claims(TimeProvider time, string issuer = "https://issuer.example")
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        return new JsonObject
        {
            ["iss"] = issuer,
            ["aud"] = "graphapi",
            ["sub"] = "toy-caller",
            ["client_id"] = "portal",
            ["iat"] = now,
            ["exp"] = now + 600,
            ["jti"] = Guid.NewGuid().ToString("N"),
        };
    }

    public static JsonObject Header(string algorithm, string? keyId) =>
        new() { ["typ"] = "at+jwt", ["alg"] = algorithm, ["kid"] = keyId };

    public static string Sign(JsonNode header, JsonNode claims, ECDsa key, HashAlgorithmName? hash = null) =>
        Sign(header, claims, text => key.SignData(text, hash ?? HashAlgorithmName.SHA256));

    public static string Sign(
        JsonNode header,
        JsonNode claims,
        RSA key,
        RSASignaturePadding? padding = null,
        HashAlgorithmName? hash = null) =>
        Sign(header, claims, text =>
            key.SignData(text, hash ?? HashAlgorithmName.SHA256, padding ?? RSASignaturePadding.Pkcs1));

    public static string Sign(JsonNode header, JsonNode claims, byte[] secret) =>
        Sign(header, claims, text => HMACSHA256.HashData(secret, text));

    public static string Sign(JsonNode header, JsonNode claims, Func<byte[], byte[]> sign)
    {
        var text = $"{Encode(header)}.{Encode(claims)}";
        return $"{text}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(text)))}";
    }

    /// <summary>The public half as a JSON Web Key.</summary>
    public static JsonObject WebKey(ECDsa key, string? keyId = null)
    {
        var point = key.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["kty"] = "EC",
            ["crv"] = $"P-{key.KeySize}",
            ["x"] = Base64Url.EncodeToString(point.Q.X),
            ["y"] = Base64Url.EncodeToString(point.Q.Y),
            ["kid"] = keyId,
        };
    }

    /// <summary>The public half as a JSON Web Key.</summary>
    public static JsonObject WebKey(RSA key)
    {
        var numbers = key.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["kty"] = "RSA",
            ["n"] = Base64Url.EncodeToString(numbers.Modulus),
            ["e"] = Base64Url.EncodeToString(numbers.Exponent),
        };
    }

    /// <summary>The thumbprint of a P-256 key, of RFC 7638.</summary>
    public static string Thumbprint(ECDsa key)
    {
        var web = WebKey(key);
        return HashOf($$"""{"crv":"P-256","kty":"EC","x":"{{web["x"]}}","y":"{{web["y"]}}"}""");
    }

    public static string HashOf(string text) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(text)));

    static string Encode(JsonNode node) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(node));
}
