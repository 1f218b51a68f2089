using System.Security.Cryptography;
using GraphApi.Server.Configuration;
using Microsoft.IdentityModel.Tokens;

namespace GraphApi.Server.Security;

/// <summary>
/// The keys a developer's server makes for itself: <c>token-*.pem</c> sign tokens, <c>cursor-*.key</c> seal cursors, in
/// a folder only its owner can read. Of each kind the file whose name sorts last is used for new things and all are
/// believed, so that a key is rotated by adding a file. Never used outside Development.
/// </summary>
sealed class DevelopmentKeys
{
    /// <summary>What <c>iss</c> of a development token is.</summary>
    public const string Issuer = "https://graphapi.example/development";

    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    const int CursorKeyBytes = 32;

    DevelopmentKeys(IReadOnlyList<ECDsaSecurityKey> tokenKeys, IReadOnlyList<ReadOnlyMemory<byte>> cursorKeys)
    {
        TokenKeys = tokenKeys;
        CursorKeys = cursorKeys;
    }

    /// <summary>The keys of tokens, the one that signs first.</summary>
    public IReadOnlyList<ECDsaSecurityKey> TokenKeys { get; }

    /// <summary>The keys of cursors, the one that seals first.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> CursorKeys { get; }

    /// <summary>
    /// Opens the key ring in <c>keys</c> below <paramref name="dataDirectory"/> and makes what is missing. Throws a
    /// <see cref="ConfigurationException"/> where a key can be read by others or cannot be read at all.
    /// </summary>
    public static DevelopmentKeys Open(string dataDirectory)
    {
        var directory = Path.Combine(dataDirectory, "keys");
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
        }
        else
        {
            Directory.CreateDirectory(directory, OwnerOnly | UnixFileMode.UserExecute);
        }

        var tokenFiles = FilesOf(directory, "token-*.pem", CreateTokenKey);
        var cursorFiles = FilesOf(directory, "cursor-*.key", CreateCursorKey);
        return new DevelopmentKeys([.. tokenFiles.Select(ReadTokenKey)], [.. cursorFiles.Select(ReadCursorKey)]);
    }

    static string[] FilesOf(string directory, string pattern, Func<string> create)
    {
        var files = Directory.GetFiles(directory, pattern);
        if (files.Length == 0)
        {
            Write(Path.Combine(directory, pattern.Replace("*", "1")), create());
            files = Directory.GetFiles(directory, pattern);
        }

        return [.. files.OrderDescending(StringComparer.Ordinal)];
    }

    static string CreateTokenKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }

    static string CreateCursorKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(CursorKeyBytes));

    // Written aside and moved: a server and a token command that start together see a whole key or none.
    static void Write(string path, string content)
    {
        var aside = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using (var writer = new StreamWriter(aside, options))
        {
            writer.WriteLine(content);
        }

        try
        {
            File.Move(aside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(aside);
        }
    }

    static ECDsaSecurityKey ReadTokenKey(string path)
    {
        RefuseOpenFile(path);
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(path));
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            throw new ConfigurationException([$"{path}: is not an EC key in PEM. Delete it, and a new one is made."]);
        }

        return new ECDsaSecurityKey(key) { KeyId = KeyFile.ThumbprintOf(key.ExportSubjectPublicKeyInfo()) };
    }

    static ReadOnlyMemory<byte> ReadCursorKey(string path)
    {
        RefuseOpenFile(path);
        var key = new byte[CursorKeyBytes];
        var isBase64 = Convert.TryFromBase64String(File.ReadAllText(path).Trim(), key, out var length);
        return isBase64 && length == CursorKeyBytes
            ? key
            : throw new ConfigurationException(
                [$"{path}: is not {CursorKeyBytes} bytes in base64. Delete it, and a new one is made."]);
    }

    static void RefuseOpenFile(string path)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnerOnly) != UnixFileMode.None)
        {
            throw new ConfigurationException([$"{path}: can be read by others than its owner (chmod 600 it)."]);
        }
    }
}
