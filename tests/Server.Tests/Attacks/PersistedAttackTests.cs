using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GraphApi.Server.Tests.Attacks;

/// <summary>Ways around a list of trusted documents, and into the documents of others.</summary>
[Collection(nameof(AttackServer))]
public sealed class PersistedAttackTests(AttackServer server) : IDisposable
{
    const string Trusted = "query Trusted { __typename }";
    const string Foreign = "query Foreign { me { __typename } }";
    readonly string _folder = Directory.CreateTempSubdirectory("graphapi-").FullName;

    [Fact]
    public async Task Attack_30_persisted_only()
    {
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "Trusted.graphql"), Trusted, TestContext.Current.CancellationToken);
        await using var target = await server.StartAsync(
            ("Documents:Folder", _folder), ("Documents:OnlyTrusted", "true"));
        Assert.Equal("HC0067", (await target.AskAsync(Foreign)).Extension("code"));
        Assert.Equal("HC0067", (await target.AskAsync(Trusted + " ")).Extension("code"));
        foreach (var token in new[] { null, server.Token("analyst"), server.Token("administrator") })
        {
            Assert.Equal("HC0067", (await target.AskAsync("{ __typename }", token: token)).Extension("code"));
        }

        // By its id alone, whatever else is tried under that name.
        Assert.NotNull(Data(await SendAsync(target, new { documentId = "Trusted" })));
        foreach (var request in new object[]
        {
            new { documentId = "Trusted", query = Foreign },
            new { id = "Trusted", query = Foreign },
            new { documentId = "sha256:" + HashOf(Foreign), query = Foreign },
            new { query = Foreign, extensions = Hashed(HashOf(Foreign)) },
            new { query = Foreign, extensions = Hashed(HashOf(Trusted)) },
            new { documentId = "Trusted", id = "sha256:" + HashOf(Foreign) },
            new { documentId = "trusted" },
            new { documentId = "Trusted.graphql" },
            new { documentId = "../Trusted" },
            new { documentId = "./Trusted" },
            new { documentId = "..%2FTrusted" },
            new { documentId = "/etc/passwd" },
            new { documentId = "Trusted\0" },
            new { documentId = "" },
            new { documentId = new string('a', 100_000) },
            new { documentId = "sha256:" + new string('0', 64) },
            new { extensions = Hashed(HashOf(Foreign)) },
        })
        {
            var answer = await SendAsync(target, request);
            Assert.Null(Data(answer));
            Assert.InRange((int)answer.Status, 200, 400);
        }

        // None of that has made it known.
        Assert.Null(Data(await SendAsync(target, new { extensions = Hashed(HashOf(Foreign)) })));
        Assert.Null(Data(await SendAsync(target, new { documentId = "sha256:" + HashOf(Foreign) })));
        Assert.NotNull(Data(await SendAsync(target, new { documentId = "Trusted" })));
    }

    [Fact]
    public async Task Attack_30_a_hash_that_is_of_another_document()
    {
        await using var target = await server.StartAsync(("Documents:Automatic:Enabled", "true"));
        var hash = HashOf(Trusted);
        Assert.Null(Data(await SendAsync(target, new { query = Foreign, extensions = Hashed(hash) })));
        var poisoned = await SendAsync(target, new { extensions = Hashed(hash) });
        Assert.Equal("PersistedQueryNotFound", (string?)JsonNode.Parse(poisoned.Body)!["errors"]![0]!["message"]);

        Assert.NotNull(Data(await SendAsync(target, new { query = Trusted, extensions = Hashed(hash) })));
        Assert.Null(Data(await SendAsync(target, new { query = Foreign, extensions = Hashed(hash) })));
        Assert.NotNull(Data(await SendAsync(target, new { extensions = Hashed(hash) })));
        foreach (var wrong in new[] { hash.ToUpperInvariant(), hash[..32], hash + "0", "", "x", new string('g', 64) })
        {
            Assert.Null(Data(await SendAsync(target, new { query = Foreign, extensions = Hashed(wrong) })));
        }
    }

    [Fact]
    public async Task Attack_30_more_documents_than_are_kept()
    {
        await using var target = await server.StartAsync(
            ("Documents:Automatic:Enabled", "true"), ("Documents:Automatic:MaxEntries", "10"));
        var documents = Enumerable.Range(0, 60).Select(i => $"{{ a{i}: __typename }}").ToList();
        foreach (var document in documents)
        {
            var request = new { query = document, extensions = Hashed(HashOf(document)) };
            Assert.NotNull(Data(await SendAsync(target, request)));
        }

        var known = 0;
        foreach (var document in documents)
        {
            known += Data(await SendAsync(target, new { extensions = Hashed(HashOf(document)) })) is null ? 0 : 1;
        }

        Assert.InRange(known, 1, 10);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    static Task<Answer> SendAsync(AttackTarget target, object request) =>
        target.PostAsync(JsonSerializer.Serialize(request));

    static object Hashed(string hash) => new { persistedQuery = new { version = 1, sha256Hash = hash } };

    static string HashOf(string document) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    static JsonNode? Data(Answer answer) => JsonNode.Parse(answer.Body)!["data"];
}
