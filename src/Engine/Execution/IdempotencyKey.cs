using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace GraphApi.Engine.Execution;

/// <summary>
/// What a caller calls one request by, so that he can repeat it without having it done twice, and what the request is:
/// under one key there is one request.
/// </summary>
/// <param name="Key">The key as the caller sent it.</param>
/// <param name="Fingerprint">
/// SHA-256 of the document, the operation's name and the variables, in lower-case hexadecimal.
/// </param>
public sealed record IdempotencyKey(string Key, string Fingerprint)
{
    /// <summary>The key of a request; null: it came with none.</summary>
    internal static IdempotencyKey? Of(GraphQLRequest request) => request.IdempotencyKey is { } key
        ? new IdempotencyKey(key, FingerprintOf(request))
        : null;

    static string FingerprintOf(GraphQLRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var variables = request.Variables.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null
            ? ""
            : request.Variables.GetRawText();
        foreach (var part in new[] { request.Document, request.OperationName, variables })
        {
            var bytes = Encoding.UTF8.GetBytes(part ?? "");
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
