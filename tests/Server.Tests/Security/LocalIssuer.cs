using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GraphApi.Server.Tests.Security;

/// <summary>An OpenID Connect issuer on Kestrel that counts how often it is asked.</summary>
sealed class LocalIssuer : IAsyncDisposable
{
    readonly WebApplication _app;
    int _asked;

    LocalIssuer(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    /// <summary>What it calls itself; null: its address.</summary>
    public string? Name { get; set; }

    /// <summary>Whether it answers.</summary>
    public bool IsUp { get; set; } = true;

    /// <summary>The keys it publishes, which replace each other whole.</summary>
    public IReadOnlyDictionary<string, ECDsa> Keys { get; set; } = new Dictionary<string, ECDsa>();

    /// <summary>How often its configuration was asked for.</summary>
    public int Asked => Volatile.Read(ref _asked);

    public static async Task<LocalIssuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var issuer = new LocalIssuer(builder.Build());
        issuer._app.MapGet("/.well-known/openid-configuration", issuer.Configuration);
        issuer._app.MapGet("/jwks", () => Results.Content(issuer.WebKeys().ToJsonString(), "application/json"));
        await issuer._app.StartAsync(TestContext.Current.CancellationToken);
        return issuer;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    IResult Configuration()
    {
        Interlocked.Increment(ref _asked);
        return IsUp
            ? Results.Content(
                new JsonObject { ["issuer"] = Name ?? Address, ["jwks_uri"] = Address + "/jwks" }.ToJsonString(),
                "application/json")
            : Results.StatusCode((int)HttpStatusCode.InternalServerError);
    }

    JsonObject WebKeys() => new()
    {
        ["keys"] = new JsonArray([.. Keys.Select(key => Forge.WebKey(key.Value, key.Key))]),
    };
}
