using System.Security.Cryptography;
using GraphApi.Server.Configuration;
using GraphApi.Server.Security;

namespace GraphApi.Server.Tests.Security;

/// <summary>The key ring of a developer's server.</summary>
public sealed class DevelopmentKeysTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("graphapi-").FullName;

    string Keys => Path.Combine(_folder, "keys");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Keys_are_made_once_and_only_their_owner_reads_them()
    {
        var first = DevelopmentKeys.Open(_folder);
        var second = DevelopmentKeys.Open(_folder);

        Assert.Equal(first.TokenKeys.Select(key => key.KeyId), second.TokenKeys.Select(key => key.KeyId));
        Assert.Equal(first.CursorKeys.Select(key => key.ToArray()), second.CursorKeys.Select(key => key.ToArray()));
        Assert.Equal(["cursor-1.key", "token-1.pem"], Directory.GetFiles(Keys).Select(Path.GetFileName).Order());
        if (!OperatingSystem.IsWindows())
        {
            foreach (var file in Directory.GetFiles(Keys))
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            }

            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Keys));
        }
    }

    [Fact]
    public void A_key_that_is_added_is_used_and_the_old_one_is_still_believed()
    {
        var before = DevelopmentKeys.Open(_folder);
        using var added = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Add("token-2.pem", added.ExportPkcs8PrivateKeyPem());
        Add("cursor-2.key", Convert.ToBase64String(new byte[32]));

        var after = DevelopmentKeys.Open(_folder);

        Assert.Equal(
            [KeyFile.ThumbprintOf(added.ExportSubjectPublicKeyInfo()), before.TokenKeys[0].KeyId],
            after.TokenKeys.Select(key => key.KeyId));
        Assert.Equal([new byte[32], before.CursorKeys[0].ToArray()], after.CursorKeys.Select(key => key.ToArray()));
    }

    [Theory]
    [InlineData("token-1.pem", "is not an EC key in PEM. Delete it, and a new one is made.")]
    [InlineData("cursor-1.key", "is not 32 bytes in base64. Delete it, and a new one is made.")]
    public void A_key_that_cannot_be_read_is_named(string file, string problem)
    {
        DevelopmentKeys.Open(_folder);
        Add(file, "nonsense");

        var exception = Assert.Throws<ConfigurationException>(() => DevelopmentKeys.Open(_folder));

        Assert.Equal([$"{Path.Combine(Keys, file)}: {problem}"], exception.Problems);
    }

    [Fact]
    public void A_key_that_others_can_read_is_refused()
    {
        DevelopmentKeys.Open(_folder);
        var file = Path.Combine(Keys, "token-1.pem");
        if (OperatingSystem.IsWindows())
        {
            return; // Windows has no modes.
        }

        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.GroupRead);

        var exception = Assert.Throws<ConfigurationException>(() => DevelopmentKeys.Open(_folder));

        Assert.Equal([$"{file}: can be read by others than its owner (chmod 600 it)."], exception.Problems);
    }

    void Add(string name, string content)
    {
        var file = Path.Combine(Keys, name);
        File.WriteAllText(file, content);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}
