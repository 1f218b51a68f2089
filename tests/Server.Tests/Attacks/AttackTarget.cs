using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GraphApi.Distribution;
using GraphApi.Engine;
using Microsoft.AspNetCore.Builder;

namespace GraphApi.Server.Tests.Attacks;

/// <summary>A server that is attacked: one of those that <see cref="AttackServer"/> has started.</summary>
sealed class AttackTarget(WebApplication app, DistributionModule module, GraphQLEngine engine) : IAsyncDisposable
{
    /// <summary>Sends requests to it, and follows no redirection.</summary>
    public HttpClient Client { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        BaseAddress = new Uri(app.Urls.Single()),
    };

    /// <summary>Its engine, whose counters say what an attack has cost.</summary>
    public GraphQLEngine Engine { get; } = engine;

    /// <summary>Sends a document by POST.</summary>
    public Task<Answer> AskAsync(string document, object? variables = null, string? token = null) => PostAsync(
        JsonSerializer.Serialize(new { query = document, variables }), token: token);

    /// <summary>Sends a body to /graphql.</summary>
    public Task<Answer> PostAsync(
        string body, string contentType = "application/json", string? token = null, params (string, string)[] headers)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return SendAsync(HttpMethod.Post, "/graphql", content, token, headers);
    }

    /// <summary>Sends a GET.</summary>
    public Task<Answer> GetAsync(string path, params (string, string)[] headers) =>
        SendAsync(HttpMethod.Get, path, null, null, headers);

    /// <summary>Sends any request.</summary>
    public async Task<Answer> SendAsync(
        HttpMethod method,
        string path,
        HttpContent? content,
        string? token,
        params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        }

        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.OfAsync(response);
    }

    /// <summary>Asserts that a document passes a limit of docs/limits.md, and is told so as it stands there.</summary>
    public async Task ExceedsAsync(
        string key,
        string document,
        object? variables = null,
        string? token = null,
        int? limit = null,
        int? asked = null)
    {
        var row = LimitTable.Of(key);
        var answer = await AskAsync(document, variables, token);
        var error = JsonNode.Parse(answer.Body)!["errors"]![0]!;
        Assert.Equal(row.Told(limit ?? row.Default, asked), (string?)error["message"]);
        Assert.Equal(row.Code, (string?)error["extensions"]!["code"]);
        if (row.Code == "HC0107")
        {
            Assert.Equal(key.Split(':')[^1], (string?)error["extensions"]!["limit"]);
        }

        Assert.InRange((int)answer.Status, 200, 400);
    }

    /// <summary>What the engine did for a request that is answered with one error, and that error's code.</summary>
    public async Task<(Spent Spent, string? Code)> MeasureAsync(string document)
    {
        var before = Spent.Of(Engine);
        var answer = await AskAsync(document);
        var errors = JsonNode.Parse(answer.Body)!["errors"];
        return (Spent.Of(Engine) - before, (string?)errors?[0]?["extensions"]?["code"]);
    }

    /// <summary>Brings its database up to date.</summary>
    public Task MigrateAsync() => module.MigrateAsync(TestContext.Current.CancellationToken);

    /// <summary>Asserts that it still answers.</summary>
    public async Task IsAliveAsync() =>
        (await AskAsync("{ __typename }")).Is(HttpStatusCode.OK, """{"data":{"__typename":"Query"}}""");

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        await module.DisposeAsync();
    }

    /// <summary>What an engine did for documents it did not know.</summary>
    internal readonly record struct Spent(long Tokens, long Validation, long Selections, long Steps)
    {
        public static Spent Of(GraphQLEngine engine) =>
            new(engine.Work.Tokens, engine.Work.Validation, engine.Work.Selections, engine.Work.Steps);

        public static Spent operator -(Spent one, Spent other) => new(
            one.Tokens - other.Tokens,
            one.Validation - other.Validation,
            one.Selections - other.Selections,
            one.Steps - other.Steps);
    }
}
