using System.Text.Json;
using GraphApi.Data.Bindings;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Receipts;
using GraphApi.Distribution.Tests.Recalls;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Receipts;

/// <summary>What readers say of a version, and who is told that it was they.</summary>
public abstract class SubmitFeedbackTests(DistributionHost host)
{
    readonly RecallScene _scene = new(host);

    [Fact]
    public async Task What_a_reader_says_again_takes_the_place_of_what_he_said()
    {
        var product = await _scene.ProductAsync("partner-water");
        var first = RecallScene.Done(
            await SubmitAsync(
                "partner-water", product, new { helpful = true, timely = 5, comment = "Good (synthetic)." }),
            "feedback");
        var second = RecallScene.Done(
            await SubmitAsync(
                "partner-water", product, new { timely = 2, usedFor = new[] { "TRAINING", "POLICY", "TRAINING" } }),
            "feedback");

        Assert.Equal(first.GetProperty("id").GetString(), second.GetProperty("id").GetString());
        Assert.Equal(
            """null 2 ["TRAINING","POLICY"] null 2""",
            $"{second.GetProperty("helpful").GetRawText()} {second.GetProperty("timely").GetRawText()} "
            + $"{second.GetProperty("usedFor").GetRawText()} {second.GetProperty("comment").GetRawText()} "
            + second.GetProperty("revision").GetRawText());
        Assert.Single(await ReadAsync("partner-water", product));
    }

    [Fact]
    public async Task What_a_reader_says_many_times_at_once_is_said_once()
    {
        var product = await _scene.ProductAsync("partner-isac");
        var said = await Task.WhenAll(Enumerable.Range(1, 5).Select(mark => Task.Run(
            () => SubmitAsync("partner-isac", product, new { timely = mark }), TestContext.Current.CancellationToken)));
        Assert.Single(said.Select(one => RecallScene.Done(one, "feedback").GetProperty("id").GetString()).Distinct());
        Assert.Single(await ReadAsync("partner-isac", product));
    }

    [Fact]
    public async Task What_is_said_again_is_said_for_the_organization_of_that_moment()
    {
        var product = await _scene.ProductAsync("partner-tribal");
        RecallScene.Done(await SubmitAsync("partner-tribal", product, new { helpful = true }), "feedback");
        var person = await _scene.PersonAsync("partner-tribal");
        await using var context = host.Module.AccessDatabase.CreateContext();
        await context.Set<Feedback>().Where(row => row.AuthorId == person.Id).ExecuteUpdateAsync(
            row => row.SetProperty(f => f.OrganizationId, Guid.NewGuid())
                .SetProperty(f => f.OrganizationKind, (StakeholderKind?)null),
            TestContext.Current.CancellationToken);
        RecallScene.Done(await SubmitAsync("partner-tribal", product, new { helpful = false }), "feedback");
        Assert.Equal(
            person.OrganizationId,
            (await context.Set<Feedback>().AsNoTracking().SingleAsync(
                row => row.AuthorId == person.Id, TestContext.Current.CancellationToken)).OrganizationId);
        Assert.Equal([(false, true)], (await ReadAsync("analyst", product)).Select(f => (f.HasName, f.HasKind)));
    }

    [Fact]
    public async Task Staff_are_told_the_kind_of_organization_and_overseers_the_name_where_the_reader_lets_them()
    {
        var product = await _scene.ProductAsync("partner-hospital");
        RecallScene.Done(
            await SubmitAsync("partner-hospital", product, new { helpful = true, isNamed = true }), "feedback");
        RecallScene.Done(
            await SubmitAsync("client-portal", await PublicAsync(), new { helpful = false, isNamed = true }),
            "feedback");
        var fire = await _scene.ProductAsync("partner-fire");
        RecallScene.Done(await SubmitAsync("partner-fire", fire, new { helpful = false }), "feedback");

        Assert.Equal(
            [(true, true)],
            (await ReadAsync("partner-hospital", product)).Select(f => (f.HasName, f.HasKind)));
        Assert.Equal([(true, true)], (await ReadAsync("supervisor", product)).Select(f => (f.HasName, f.HasKind)));
        Assert.Equal([(false, true)], (await ReadAsync("analyst", product)).Select(f => (f.HasName, f.HasKind)));
        Assert.Equal([(false, true)], (await ReadAsync("supervisor", fire)).Select(f => (f.HasName, f.HasKind)));
        Assert.Empty(await ReadAsync("partner-energy", product));
        Assert.Empty(await ReadAsync("analyst-elsewhere", product));
        Assert.Empty(await ReadAsync("administrator", product));
        var nobody = await host.DataAsync(null, "{ feedback { totalCount } }");
        Assert.Equal("""{"feedback":{"totalCount":0}}""", nobody.GetRawText());
    }

    [Fact]
    public async Task What_cannot_be_said_is_refused_with_what_would_fit()
    {
        var product = await _scene.ProductAsync("partner-energy");
        async Task RefusedAsync(string expected, object said, string who = "partner-energy") =>
            Assert.Equal(expected, RecallScene.Refusal(await SubmitAsync(who, product, said)));

        await RefusedAsync("InvalidInputError (timely): A mark is 1 (not at all) to 5 (fully).", new { timely = 0 });
        await RefusedAsync(
            "InvalidInputError (actionable): A mark is 1 (not at all) to 5 (fully).", new { actionable = 6 });
        await RefusedAsync(
            "InvalidInputError (helpful): Say something: a mark, what it was used for, or a comment.",
            new { comment = "   " });
        await RefusedAsync(
            "InvalidInputError (comment): A text has 0 to 2000 characters, and no control characters.",
            new { comment = new string('x', 2_001) });
        await RefusedAsync(
            "NotPermittedError: It is for those to say who receive it.", new { helpful = true }, "analyst");
        await RefusedAsync(
            "NotFoundError: There is no version with this id.", new { helpful = true }, "analyst-elsewhere");
    }

    Task<Product> PublicAsync() => _scene.ProductAsync("client-portal", isPublic: true);

    Task<JsonElement> SubmitAsync(string who, Product product, object said)
    {
        var input = JsonSerializer.SerializeToNode(said)!.AsObject();
        input["version"] = NodeIds.Format("ProductVersion", product.CurrentVersionId!.Value);
        return _scene.MutateAsync(
            who, "submitFeedback", "feedback { id helpful timely usedFor comment commentTlp revision }", input);
    }

    async Task<List<(bool HasName, bool HasKind)>> ReadAsync(string who, Product product)
    {
        var response = await host.ExecuteAsync(
            who,
            "query($id: ID!) { feedback(where: { version: { id: { eq: $id } } }) "
            + "{ totalCount nodes { organizationKind person { id } } } }",
            new { id = NodeIds.Format("ProductVersion", product.CurrentVersionId!.Value) });
        var page = response.GetProperty("data").GetProperty("feedback");
        Assert.Equal(page.GetProperty("totalCount").GetInt32(), page.GetProperty("nodes").GetArrayLength());
        return
        [
            .. page.GetProperty("nodes").EnumerateArray().Select(node => (
                node.GetProperty("person").ValueKind == JsonValueKind.Object,
                node.GetProperty("organizationKind").ValueKind == JsonValueKind.String)),
        ];
    }
}

public sealed class SqliteSubmitFeedbackTests(SqliteHost host) : SubmitFeedbackTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresSubmitFeedbackTests(PostgresHost host)
    : SubmitFeedbackTests(host), IClassFixture<PostgresHost>;
