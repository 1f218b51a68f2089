using System.Text.Json;
using GraphApi.Data.Bindings;
using GraphApi.Distribution.Ledger;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Tests.Recalls;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Receipts;

/// <summary>Who says that something arrived, and who is told.</summary>
public abstract class AcknowledgeTests(DistributionHost host)
{
    readonly RecallScene _scene = new(host);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_recipient_acknowledges_once_and_the_version_says_so_to_him()
    {
        var product = await _scene.ProductAsync("partner-hospital");
        var person = await _scene.PersonAsync("partner-hospital");
        await _scene.DeliverAsync(product, person: person.Id, mustAnswer: true);
        Assert.Equal(
            """{"acknowledgementRequired":true,"acknowledgedAt":null}""", await SeenAsync("partner-hospital", product));

        var first = RecallScene.Done(
            await AcknowledgeAsync("partner-hospital", product, "Got it (synthetic)."), "receipt");
        var again = RecallScene.Done(
            await AcknowledgeAsync("partner-hospital", product, "Once more."), "receipt");
        var at = first.GetProperty("acknowledgedAt").GetRawText();

        Assert.Equal(first.GetRawText(), again.GetRawText());
        Assert.Equal("Got it (synthetic).", first.GetProperty("note").GetString());
        Assert.Equal(
            $$$"""{"acknowledgementRequired":true,"acknowledgedAt":{{{at}}}}""",
            await SeenAsync("partner-hospital", product));
        Assert.Equal(
            """{"acknowledgementRequired":false,"acknowledgedAt":null}""", await SeenAsync("supervisor", product));
    }

    [Fact]
    public async Task Whoever_says_it_many_times_at_once_is_given_one_receipt()
    {
        var product = await _scene.ProductAsync("partner-energy");
        var delivery = await _scene.DeliverAsync(product, person: (await _scene.PersonAsync("partner-energy")).Id);
        var receipts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            () => AcknowledgeAsync("partner-energy", product), Stop)));
        Assert.Single(receipts.Select(given =>
            RecallScene.Done(given, "receipt").GetProperty("id").GetString()).Distinct());
        await using var context = host.Module.AccessDatabase.CreateContext();
        Assert.Equal(1, await context.Set<Receipt>().CountAsync(receipt => receipt.DeliveryId == delivery, Stop));
    }

    [Theory]
    [InlineData("not an id")]
    [InlineData("")]
    public async Task An_id_that_is_none_finds_no_delivery(string version) => Assert.Equal(
        "NotFoundError: There is no delivery with this id.",
        RecallScene.Refusal(await _scene.MutateAsync(
            "partner-tribal", "acknowledge", "receipt { id }", new { version })));

    [Fact]
    public async Task What_was_recalled_since_or_is_given_later_is_acknowledged_as_it_was_delivered()
    {
        var product = await _scene.ProductAsync("partner-isac");
        await _scene.DeliverAsync(product, person: (await _scene.PersonAsync("partner-isac")).Id);
        await _scene.RecalledAsync(product);
        Assert.False(await _scene.SeesAsync("partner-isac", product));
        var receipt = RecallScene.Done(
            await _scene.MutateAsync(
                "partner-isac",
                "acknowledge",
                "receipt { delivery { product { id } version { id } } person { id } }",
                new { version = NodeIds.Format("ProductVersion", product.CurrentVersionId!.Value) }),
            "receipt");
        Assert.Equal("""{"product":null,"version":null}""", receipt.GetProperty("delivery").GetRawText());
    }

    [Fact]
    public async Task Anybody_of_an_organization_acknowledges_for_it_each_by_himself()
    {
        var product = await _scene.ProductAsync("partner-business");
        var person = await _scene.PersonAsync("partner-business");
        var delivery = await _scene.DeliverAsync(product, organization: person.OrganizationId);

        RecallScene.Done(await AcknowledgeAsync("partner-business", product), "receipt");
        RecallScene.Done(await AcknowledgeAsync("partner-non-us", product), "receipt");

        await using var context = host.Module.AccessDatabase.CreateContext();
        Assert.Equal(
            new[] { person.Id, (await _scene.PersonAsync("partner-non-us")).Id }.Order(),
            (await context.Set<Receipt>().Where(receipt => receipt.DeliveryId == delivery)
                .Select(receipt => receipt.PersonId!.Value).ToListAsync(Stop)).Order());
    }

    [Fact]
    public async Task A_machine_client_acknowledges_what_it_was_delivered_and_nothing_of_its_organization()
    {
        var product = await _scene.ProductAsync("supervisor");
        var client = await _scene.ClientAsync("client-isac");
        await _scene.DeliverAsync(product, organization: client.OrganizationId);
        Assert.Equal(
            "NotFoundError: There is no delivery with this id.",
            RecallScene.Refusal(await AcknowledgeAsync("client-isac", product)));

        await _scene.DeliverAsync(product, client: client.Id);
        RecallScene.Done(await AcknowledgeAsync("client-isac", product), "receipt");
    }

    [Fact]
    public async Task To_who_was_given_nothing_it_is_as_if_it_were_not_there()
    {
        var product = await _scene.ProductAsync("partner-hospital");
        await _scene.DeliverAsync(product, person: (await _scene.PersonAsync("partner-tribal")).Id);
        foreach (var who in new[] { "partner-fire", "supervisor", "auditor" })
        {
            Assert.Equal(
                "NotFoundError: There is no delivery with this id.",
                RecallScene.Refusal(await AcknowledgeAsync(who, product)));
        }

        Assert.Equal(
            "InvalidInputError (note): A text has 0 to 2000 characters, and no control characters.",
            RecallScene.Refusal(await AcknowledgeAsync("partner-tribal", product, "\u0007")));
    }

    [Theory]
    [InlineData("UPDATE receipts SET note = 'nothing'")]
    [InlineData("DELETE FROM receipts")]
    public async Task A_receipt_is_never_changed(string sql)
    {
        var product = await _scene.ProductAsync("partner-water");
        await _scene.DeliverAsync(product, person: (await _scene.PersonAsync("partner-water")).Id);
        await AcknowledgeAsync("partner-water", product);
        await using var context = host.Module.AccessDatabase.CreateContext();
        var problem = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(
            () => context.Database.ExecuteSqlRawAsync(sql, Stop));
        Assert.Contains("append-only", problem.Message, StringComparison.Ordinal);
    }

    Task<JsonElement> AcknowledgeAsync(string who, Product product, string? note = null) => _scene.MutateAsync(
        who,
        "acknowledge",
        "receipt { id note acknowledgedAt }",
        new { version = NodeIds.Format("ProductVersion", product.CurrentVersionId!.Value), note });

    async Task<string> SeenAsync(string who, Product product) =>
        (await host.DataAsync(
            who,
            "query($id: ID!) { product(id: $id) { currentVersion { acknowledgementRequired acknowledgedAt } } }",
            new { id = RecallScene.IdOf(product) }))
        .GetProperty("product").GetProperty("currentVersion").GetRawText();
}

public sealed class SqliteAcknowledgeTests(SqliteHost host) : AcknowledgeTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresAcknowledgeTests(PostgresHost host) : AcknowledgeTests(host), IClassFixture<PostgresHost>;
