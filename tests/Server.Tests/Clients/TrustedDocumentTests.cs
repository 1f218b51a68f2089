using System.Net;
using System.Text.Json.Nodes;
using GraphApi.Server.Documents;

namespace GraphApi.Server.Tests.Clients;

/// <summary>Trusted documents of the database, on the whole server.</summary>
public sealed class TrustedDocumentTests(ProductServer server) : IClassFixture<ProductServer>
{
    [Fact]
    public async Task A_document_that_an_operator_trusts_is_run_by_its_id_with_the_rights_of_the_caller()
    {
        const string Text = "query Total { feed { totalCount } }";
        await server.TrustAsync("Total", Text);

        var hospital = await AskAsync("partner-hospital", "Total");
        var nobody = await AskAsync(null, DocumentHash.Prefix + DocumentHash.Of(Text));

        Assert.True((int)hospital["data"]!["feed"]!["totalCount"]! > (int)nobody["data"]!["feed"]!["totalCount"]!);
    }

    async Task<JsonNode> AskAsync(string? principal, string id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{server.Endpoint}?documentId={id}");
        if (principal is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + server.Token(principal));
        }

        using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("errors", body, StringComparison.Ordinal);
        return JsonNode.Parse(body)!;
    }
}
