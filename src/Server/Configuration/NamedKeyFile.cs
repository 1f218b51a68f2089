namespace GraphApi.Server.Configuration;

/// <summary>A file with the public key of a token issuer.</summary>
/// <param name="KeyId">What <c>kid</c> of the tokens it signs is; null: the SHA-256 of the key, base64url.</param>
/// <param name="Path">The file.</param>
sealed record NamedKeyFile(string? KeyId, string Path)
{
    /// <summary>Reads <c>PATH</c> or <c>KID=PATH</c>; a path with an equals sign needs a key id before it.</summary>
    public static NamedKeyFile Parse(string text) => text.Split('=', 2) switch
    {
        [var id, var path] => new NamedKeyFile(id.Trim(), path.Trim()),
        _ => new NamedKeyFile(null, text),
    };
}
