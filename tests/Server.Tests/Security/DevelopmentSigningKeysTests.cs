using System.Net;
using System.Security.Cryptography;

namespace GraphApi.Server.Tests.Security;

/// <summary>The keys of a developer's server while it runs.</summary>
public sealed class DevelopmentSigningKeysTests : IAsyncLifetime
{
    ToyServer _server = null!;

    string Keys => Path.Combine(_server.Options.DataDirectory, "keys");

    public async ValueTask InitializeAsync() => _server = await ToyServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_key_that_is_added_signs_at_once_and_the_old_one_is_believed_until_it_is_deleted()
    {
        var old = _server.Token();
        Assert.Equal(HttpStatusCode.OK, await AskAsync(old));
        _server.Time.Advance(TimeSpan.FromSeconds(1));
        Add("token-2.pem");
        var added = _server.Token();
        Assert.Equal(HttpStatusCode.OK, await AskAsync(added));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(_server.Token(subject: "added too")));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(old));

        File.Delete(Path.Combine(Keys, "token-1.pem"));
        _server.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(old));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(added));
    }

    [Fact]
    public async Task A_file_that_is_no_key_takes_none_away()
    {
        await File.WriteAllTextAsync(
            Path.Combine(Keys, "token-2.pem"), "half a key", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.Combine(Keys, "token-2.pem"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        _server.Time.Advance(TimeSpan.FromMinutes(1));
        var token = Forge.Sign(Forge.Header("ES256", "another"), Forge.Claims(_server.Time), _ => [1]);
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(token));
        File.Delete(Path.Combine(Keys, "token-2.pem"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(_server.Token()));
    }

    async Task<HttpStatusCode> AskAsync(string token) =>
        (await _server.PostAsync("""{"query":"{ caller }"}""", token: token)).Status;

    void Add(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var file = Path.Combine(Keys, name);
        File.WriteAllText(file, key.ExportPkcs8PrivateKeyPem());
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}
