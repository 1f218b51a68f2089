using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using GraphApi.Harness;

namespace GraphApi.Server.Tests.Scenarios;

/// <summary>What the README has a newcomer do gives what it says.</summary>
public sealed partial class ReadmeTests(DefaultServer shown) : IClassFixture<DefaultServer>
{
    readonly ProductServer _server = shown.Server;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // In the order it is shown: what is released then is the newest for one of those who read before.
    [Fact]
    public async Task Partners_read_their_feeds_and_see_arrive_what_a_director_releases()
    {
        await PartnersReadTheirFeedsAsync();
        await WhatIsReleasedArrivesAsync();
    }

    async Task PartnersReadTheirFeedsAsync()
    {
        var query = Shown(Command()).Single(text => text.Contains("feed(", StringComparison.Ordinal));
        var (hospital, water, nobody) = (
            await FeedAsync("partner-hospital", query),
            await FeedAsync("partner-water", query),
            await FeedAsync(null, query));

        Assert.Equal([3, 3], [hospital.Count, water.Count]);
        Assert.Equal(hospital[0].Number, water[0].Number);
        Assert.DoesNotContain("PCII", hospital[0].Banner, StringComparison.Ordinal);
        Assert.Contains("PCII", water[0].Banner, StringComparison.Ordinal);
        Assert.NotEqual(hospital.Select(row => row.Number), water.Select(row => row.Number));
        Assert.All(nobody, row => Assert.StartsWith("TLP:CLEAR", row.Banner, StringComparison.Ordinal));
    }

    async Task WhatIsReleasedArrivesAsync()
    {
        const string Director = "director, stepped up";
        var subscription = Shown(Command()).Single(text => text.StartsWith("subscription", StringComparison.Ordinal));
        var (find, publish) = Shown(Ide()).Single().Split("\n\n") is [var first, var second]
            ? (first, second)
            : throw new InvalidOperationException("The README shows two operations.");

        using var request = new HttpRequestMessage(HttpMethod.Post, _server.Endpoint);
        request.Content = new StringContent(
            JsonSerializer.Serialize(new { query = subscription }), MediaTypeHeaderValue.Parse("application/json"));
        request.Headers.TryAddWithoutValidation("Accept", "text/event-stream");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + _server.Token("partner-water"));
        using var response = await _server.Client.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        using var events = new StreamReader(await response.Content.ReadAsStreamAsync(Cancellation));
        await LineAsync(events, "id: ");

        var ready = JsonDocument.Parse((await _server.AskAsync(Director, find)).Body).RootElement.GetProperty("data")
            .GetProperty("drafts")
            .GetProperty("nodes").EnumerateArray()
            .First(version => version.GetProperty("intendedLists").EnumerateArray()
                .Any(list => list.GetProperty("name").GetString()!.Contains("Water", StringComparison.Ordinal)));
        var released = await _server.AskAsync(
            Director,
            publish.Replace("\"ID\"", ready.GetProperty("id").GetRawText(), StringComparison.Ordinal));
        Assert.Equal(
            """{"data":{"publish":{"productVersion":{"state":"PUBLISHED"},"errors":null}}}""",
            released.Body);

        using var told = JsonDocument.Parse((await LineAsync(events, "data: "))["data: ".Length..]);
        var bulletin = told.RootElement.GetProperty("data").GetProperty("newBulletins");
        Assert.Equal("PUBLISHED", bulletin.GetProperty("kind").GetString());
        Assert.Equal(
            ready.GetProperty("title").GetRawText(),
            bulletin.GetProperty("product").GetProperty("currentVersion").GetProperty("title").GetRawText());
        Assert.NotEqual("", told.RootElement.GetProperty("extensions").GetProperty("cursor").GetString());
    }

    async Task<List<(string Number, string Banner)>> FeedAsync(string? principal, string query) =>
    [
        .. JsonDocument.Parse((await _server.AskAsync(principal, query)).Body).RootElement.GetProperty("data")
            .GetProperty("feed").GetProperty("nodes").EnumerateArray()
            .Select(product => (
                product.GetProperty("publicNumber").GetString()!,
                product.GetProperty("currentVersion").GetProperty("banner").GetProperty("text").GetString()!)),
    ];

    static async Task<string> LineAsync(StreamReader events, string beginning)
    {
        while (await events.ReadLineAsync(Cancellation) is { } line)
        {
            if (line.StartsWith(beginning, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new InvalidOperationException($"The stream ended before \"{beginning}\".");
    }

    static IEnumerable<string> Shown(Regex part) =>
        part.Matches(Repository.Text("README.md")).Select(match => match.Groups["text"].Value);

    [GeneratedRegex("""--json '\{"query":"(?<text>[^"]+)"\}'""")]
    private static partial Regex Command();

    [GeneratedRegex("```graphql\n(?<text>.+?)\n```", RegexOptions.Singleline)]
    private static partial Regex Ide();
}
