using System.Text.Json;
using GraphApi.Data.Bindings;
using GraphApi.Distribution.Ledger;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Receipts;
using GraphApi.Distribution.Tests.Recalls;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Receipts;

/// <summary>
/// Who tries to acknowledge, or to say something of, what is not his: to him it is as what is not there at all.
/// </summary>
public abstract class ForeignReceiptsTests(DistributionHost host)
{
    const string NotSignedIn = "AUTH_NOT_AUTHENTICATED";

    readonly RecallScene _scene = new(host);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("partner-fire")]
    [InlineData("partner-lapsed")]
    [InlineData("client-isac")]
    [InlineData("supervisor")]
    [InlineData("privacy-officer")]
    [InlineData("auditor")]
    [InlineData("administrator")]
    public async Task Nobody_acknowledges_for_an_organization_that_is_not_his(string who)
    {
        var product = await _scene.ProductAsync("partner-water");
        var delivery = await _scene.DeliverAsync(
            product, organization: (await _scene.PersonAsync("partner-water")).OrganizationId, mustAnswer: true);
        Assert.Equal(await AcknowledgeAsync(who, Guid.NewGuid()), await AcknowledgeAsync(who, VersionOf(product)));
        Assert.Equal(0, await ReceiptsAsync(delivery));
    }

    [Fact]
    public async Task A_liaison_who_sees_what_an_organization_was_given_does_not_acknowledge_for_it()
    {
        var product = await _scene.ProductAsync("partner-tribal");
        var tribal = (await _scene.PersonAsync("partner-tribal")).OrganizationId!.Value;
        var delivery = await _scene.DeliverAsync(product, organization: tribal);
        await _scene.LiaisonAsync("partner-energy", tribal);
        Assert.Equal(
            "NotFoundError: There is no delivery with this id.",
            RecallScene.Refusal(await _scene.MutateAsync(
                "partner-energy",
                "acknowledge",
                "receipt { id }",
                new { version = NodeIds.Format("ProductVersion", VersionOf(product)) })));
        Assert.Equal(0, await ReceiptsAsync(delivery));
    }

    [Fact]
    public async Task What_goes_out_later_is_not_acknowledged_before()
    {
        var product = await _scene.ProductAsync("partner-isac");
        var person = await _scene.PersonAsync("partner-isac");
        await using (var context = host.Module.AccessDatabase.CreateContext())
        {
            context.Add(new Delivery
            {
                Id = Guid.NewGuid(),
                PublicationId = Guid.NewGuid(),
                VersionId = VersionOf(product),
                ProductId = product.Id,
                OriginatorId = product.OriginatorId,
                RecipientId = person.Id,
                PersonId = person.Id,
                RecipientOrganizationId = person.OrganizationId,
                Rule = DeliveryRule.ExplicitRecipient,
                Channel = DeliveryChannel.Portal,
                Portions = [1],
                Requires = 0,
                IsAcknowledgementRequired = true,
                DeliveredAt = RecallScene.Now.AddTicks(10),
            });
            await context.SaveChangesAsync(Stop);
        }

        Assert.Equal(
            await AcknowledgeAsync("partner-isac", Guid.NewGuid()),
            await AcknowledgeAsync("partner-isac", VersionOf(product)));
    }

    [Theory]
    [InlineData("partner-suspended")]
    [InlineData("client-suspended")]
    [InlineData(null)]
    public async Task Who_cannot_sign_in_acknowledges_and_says_nothing_whatever_he_was_given(string? who)
    {
        var product = await _scene.ProductAsync("supervisor");
        var delivery = who switch
        {
            "client-suspended" => await _scene.DeliverAsync(product, client: (await _scene.ClientAsync(who)).Id),
            { } => await _scene.DeliverAsync(product, person: (await _scene.PersonAsync(who)).Id),
            null => (Guid?)null,
        };
        foreach (var version in new[] { VersionOf(product), Guid.NewGuid() })
        {
            Assert.Equal(NotSignedIn, CodeOf(await AcknowledgeAsync(who, version)));
            Assert.Equal(NotSignedIn, CodeOf(await SayAsync(who, version)));
        }

        Assert.Equal(0, await ReceiptsAsync(delivery ?? Guid.Empty));
    }

    [Fact]
    public async Task The_people_of_an_organization_that_was_suspended_acknowledge_nothing_any_more()
    {
        var product = await _scene.ProductAsync("partner-fire");
        var delivery = await _scene.DeliverAsync(product, person: (await _scene.PersonAsync("partner-fire")).Id);
        var loss = new LossOfAccess(host, nameof(LossOfAccess.OrganizationSuspended));
        await loss.HappenAsync(["partner-fire"], product);
        try
        {
            Assert.Equal(NotSignedIn, CodeOf(await AcknowledgeAsync("partner-fire", VersionOf(product))));
            Assert.Equal(NotSignedIn, CodeOf(await SayAsync("partner-fire", VersionOf(product))));
        }
        finally
        {
            await loss.UndoAsync();
        }

        Assert.Equal(0, await ReceiptsAsync(delivery));
    }

    [Fact]
    public async Task Who_left_an_organization_does_not_acknowledge_what_it_was_given()
    {
        var product = await _scene.ProductAsync("partner-business");
        var delivery = await _scene.DeliverAsync(
            product, organization: (await _scene.PersonAsync("partner-business")).OrganizationId);
        var loss = new LossOfAccess(host, nameof(LossOfAccess.MovedToAnotherEmployer));
        await loss.HappenAsync(["partner-business"], product);
        try
        {
            var claims = loss.ClaimsOf("partner-business");
            var payload = await host.DataAsAsync(
                claims,
                "mutation($input: AcknowledgeInput!) { acknowledge(input: $input) { errors { __typename } } }",
                new { input = new { version = NodeIds.Format("ProductVersion", VersionOf(product)) } });
            Assert.Equal(
                """{"acknowledge":{"errors":[{"__typename":"NotFoundError"}]}}""", payload.GetRawText());
        }
        finally
        {
            await loss.UndoAsync();
        }

        Assert.Equal(0, await ReceiptsAsync(delivery));
    }

    [Theory]
    [InlineData("partner-hospital")]
    [InlineData("partner-water")]
    [InlineData("partner-non-us")]
    [InlineData("client-portal")]
    [InlineData("client-isac")]
    [InlineData("analyst-elsewhere")]
    [InlineData("auditor")]
    [InlineData("administrator")]
    public async Task What_is_said_of_a_hidden_version_is_answered_as_of_a_missing_one(string who)
    {
        List<Guid> hidden;
        await using (var context = host.Module.AccessDatabase.CreateContext())
        {
            // Of each state of a version one that he does not see: drafts, what is scheduled, replaced, over.
            var states = await context.Set<ProductVersion>().Select(version => version.State).Distinct()
                .ToListAsync(Stop);
            hidden = [];
            foreach (var state in states)
            {
                var ids = await context.Set<ProductVersion>().Where(version => version.State == state)
                    .OrderByDescending(version => version.Id).Select(version => version.Id).Take(40)
                    .ToListAsync(Stop);
                hidden.AddRange(await HiddenAsync(who, ids) is [var first, ..] ? [first] : Array.Empty<Guid>());
            }
        }

        Assert.NotEmpty(hidden);
        foreach (var said in new object[]
        {
            new { helpful = true }, new { timely = 9 }, new { comment = " " },
            new { comment = new string('x', 3_000), usedFor = new[] { "TRAINING" } },
        })
        {
            var missing = await SayAsync(who, Guid.NewGuid(), said);
            foreach (var version in hidden)
            {
                Assert.Equal(missing, await SayAsync(who, version, said));
            }

            Assert.Equal(missing, await SayAsync(who, null, said));
        }

        await using var after = host.Module.AccessDatabase.CreateContext();
        Assert.False(await after.Set<Feedback>().AnyAsync(row => hidden.Contains(row.VersionId), Stop));
    }

    [Fact]
    public async Task What_was_recalled_is_not_spoken_of_any_more_and_what_was_said_stays()
    {
        var product = await _scene.ProductAsync("partner-energy");
        Assert.Contains(
            "\"errors\":null", await SayAsync("partner-energy", VersionOf(product)), StringComparison.Ordinal);
        await _scene.RecalledAsync(product);
        Assert.Equal(
            await SayAsync("partner-energy", Guid.NewGuid()), await SayAsync("partner-energy", VersionOf(product)));
        const string own = "{ feedback { nodes { version { id } person { id } helpful } } }";
        var id = NodeIds.Format("Person", (await _scene.PersonAsync("partner-energy")).Id);
        Assert.Contains(
            $$$"""{"version":null,"person":{"id":"{{{id}}}"},"helpful":true}""",
            (await host.DataAsync("partner-energy", own)).GetRawText(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("person: { displayName: { eq: \"nobody\" } }")]
    [InlineData("organization: { name: { eq: \"nobody\" } }")]
    [InlineData("author: { id: { eq: \"nobody\" } }")]
    [InlineData("isNamed: { eq: false }")]
    public async Task Who_said_something_is_not_found_by_asking_for_what_he_is(string where)
    {
        var response = await host.ExecuteAsync("analyst", $"{{ feedback(where: {{ {where} }}) {{ totalCount }} }}");
        var message = Assert.Single(response.GetProperty("errors").EnumerateArray()).GetProperty("message").GetString();
        Assert.Contains("is not defined by type \"FeedbackFilterInput\"", message, StringComparison.Ordinal);
    }

    async Task<List<Guid>> HiddenAsync(string who, List<Guid> versions)
    {
        var ids = versions.Select(id => NodeIds.Format("ProductVersion", id)).ToArray();
        var nodes = (await host.DataAsync(who, "query($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids }))
            .GetProperty("nodes").EnumerateArray().ToList();
        return [.. versions.Where((_, place) => nodes[place].ValueKind == JsonValueKind.Null)];
    }

    async Task<int> ReceiptsAsync(Guid delivery)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        return await context.Set<Receipt>().CountAsync(receipt => receipt.DeliveryId == delivery, Stop);
    }

    static Guid VersionOf(Product product) => product.CurrentVersionId!.Value;

    /// <summary>The whole response, as text.</summary>
    async Task<string> AcknowledgeAsync(string? who, Guid version) =>
        (await host.ExecuteAsync(
            who,
            "mutation($input: AcknowledgeInput!) { acknowledge(input: $input) "
                + "{ receipt { id } errors { __typename ... on Error { message } } } }",
            new { input = new { version = NodeIds.Format("ProductVersion", version) } })).GetRawText();

    /// <summary>As the other one, of feedback; of a version of null for an id that is none.</summary>
    async Task<string> SayAsync(string? who, Guid? version, object? said = null)
    {
        var input = JsonSerializer.SerializeToNode(said ?? new { helpful = true })!.AsObject();
        input["version"] = version is { } id ? NodeIds.Format("ProductVersion", id) : "none";
        return (await host.ExecuteAsync(
            who,
            "mutation($input: SubmitFeedbackInput!) { submitFeedback(input: $input) "
                + "{ feedback { helpful } errors { __typename ... on Error { message } } } }",
            new { input })).GetRawText();
    }

    static string CodeOf(string response)
    {
        var errors = JsonDocument.Parse(response).RootElement.GetProperty("errors");
        return Assert.Single(errors.EnumerateArray()).GetProperty("extensions").GetProperty("code").GetString()!;
    }
}

public sealed class SqliteForeignReceiptsTests(SqliteHost host) : ForeignReceiptsTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresForeignReceiptsTests(PostgresHost host)
    : ForeignReceiptsTests(host), IClassFixture<PostgresHost>;
