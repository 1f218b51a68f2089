using System.Net;
using System.Text;
using System.Text.Json;
using GraphApi.Server.Tests.Attacks;

namespace GraphApi.Server.Tests.Fuzzing;

/// <summary>
/// Bodies of every kind against the endpoint: each is answered, by no status of 500 and above, with a GraphQL response.
/// </summary>
[Collection(nameof(AttackServer))]
public sealed class EndpointFuzzTests(AttackServer server)
{
    const string Separator = "\n#variables\n";

    static readonly string?[] Principals = [null, "partner-hospital", "analyst", "client-portal", "partner-suspended"];

    readonly Dictionary<string, string> _tokens =
        Principals.OfType<string>().ToDictionary(name => name, server.Token);

    public static TheoryData<int?> Seeds => FuzzRun.Seeds;

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Bodies(int? seed) => new FuzzRun("bodies", seed).RunAsync(300, BodyMutator.Make, JudgeAsync);

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Queries(int? seed) => new FuzzRun("queries", seed).RunAsync(
        100,
        random => Short(TextMutator.Mutate(random, FuzzCorpus.Operations)) + Separator
            + Short(TextMutator.Mutate(random, FuzzCorpus.Variables)),
        async text => Judge(await server.Production.GetAsync(
            "/graphql?query=" + Uri.EscapeDataString(text.Split(Separator)[0])
                + "&variables=" + Uri.EscapeDataString(text.Split(Separator)[^1]),
            ("Accept", "application/graphql-response+json"))));

    async Task<string?> JudgeAsync(string body)
    {
        // The caller and the media type by the body, so that what fails fails again.
        var choice = body.Length % (Principals.Length * 2);
        var token = Principals[choice / 2] is { } principal ? _tokens[principal] : null;
        var accept = choice % 2 == 0 ? "application/json" : "application/graphql-response+json";
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        return Judge(await server.Production.SendAsync(
            HttpMethod.Post, "/graphql", content, token, ("Accept", accept)));
    }

    static string? Judge(Answer answer)
    {
        if (answer.Status >= HttpStatusCode.InternalServerError)
        {
            return $"Status {(int)answer.Status}: {answer.Body}";
        }

        using var response = JsonDocument.Parse(answer.Body);
        var root = response.RootElement;
        var hasData = root.TryGetProperty("data", out _);
        var hasErrors = root.TryGetProperty("errors", out var errors);
        if (!hasData && !hasErrors)
        {
            return $"No GraphQL response: {answer.Body}";
        }

        if (answer.Status != HttpStatusCode.OK && hasData)
        {
            return $"Data with status {(int)answer.Status}: {answer.Body}";
        }

        if (!hasErrors)
        {
            return null;
        }

        if (errors.GetArrayLength() == 0)
        {
            return $"Errors without one: {answer.Body}";
        }

        foreach (var error in errors.EnumerateArray())
        {
            if (string.IsNullOrEmpty(error.GetProperty("message").GetString()))
            {
                return $"An error without a message: {answer.Body}";
            }

            if (error.TryGetProperty("extensions", out var extensions)
                && extensions.TryGetProperty("code", out var code)
                && code.GetString() is "INTERNAL" or "UNAVAILABLE" or "HC0045")
            {
                return $"A fault of the server: {answer.Body}";
            }
        }

        return null;
    }

    static string Short(string text) => text.Length > 400 ? text[..400] : text;
}
