using System.Net;
using System.Text.Json.Nodes;

namespace GraphApi.Server.Tests;

/// <summary>What came back, whole.</summary>
sealed record Answer(
    HttpStatusCode Status,
    string? ContentType,
    string Body,
    IReadOnlyDictionary<string, string> Headers)
{
    public static async Task<Answer> OfAsync(HttpResponseMessage response) => new(
        response.StatusCode,
        response.Content.Headers.ContentType?.ToString(),
        await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
        response.Headers.Concat(response.Content.Headers)
            .ToDictionary(
                header => header.Key,
                header => string.Join(", ", header.Value),
                StringComparer.OrdinalIgnoreCase));

    /// <summary>A member of the first error's extensions.</summary>
    public string? Extension(string name) => (string?)JsonNode.Parse(Body)!["errors"]![0]!["extensions"]![name];

    /// <summary>Asserts status and body.</summary>
    public void Is(HttpStatusCode status, string body)
    {
        Assert.Equal(body, Body);
        Assert.Equal(status, Status);
    }

    /// <summary>Asserts an answer that is one error without locations.</summary>
    public void IsError(HttpStatusCode status, string message, string code)
    {
        var expected = $$$"""{"errors":[{"message":"{{{message}}}","extensions":{"code":"{{{code}}}"}}]}""";
        Is(status, expected);
    }
}
