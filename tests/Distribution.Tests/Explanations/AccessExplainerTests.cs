using System.Text.Json;
using GraphApi.Data.Bindings;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.AccessRecords;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Explanations;

/// <summary>An explanation says what a query answers, predicate by predicate, and says it to overseers only.</summary>
public abstract class AccessExplainerTests(DistributionHost host)
{
    const string Question = """
        query($principal: ID!, $product: ID!) {
          explainAccess(principal: $principal, product: $product) {
            isVisible portionCount visiblePortionCount policyVersion
            predicates { kind isMet sentence list { name } }
          }
        }
        """;

    /// <summary>Every named principal and every product of the center: what is explained is what is answered.</summary>
    [Fact]
    public async Task What_it_comes_to_is_what_the_principal_reads()
    {
        var products = await ProductsAsync();
        foreach (var principal in DemonstrationPrincipals.All)
        {
            if (await IdOfAsync(principal.Name) is not { } id)
            {
                continue;
            }

            var read = await host.DataAsync(
                $"{principal.Name}, stepped up",
                "query($ids: [ID!]!) { nodes(ids: $ids) { ... on Product { currentVersion { portions { key } } } } }",
                new { ids = products });
            foreach (var (i, product) in products.Index())
            {
                var data = await host.DataAsync("supervisor", Question, new { principal = id, product });
                if (data.GetProperty("explainAccess") is { ValueKind: JsonValueKind.Object } explained)
                {
                    var seen = read.GetProperty("nodes")[i];
                    Assert.Equal(
                        seen.ValueKind == JsonValueKind.Object, explained.GetProperty("isVisible").GetBoolean());
                    Assert.Equal(
                        seen.ValueKind == JsonValueKind.Object
                            ? seen.GetProperty("currentVersion").GetProperty("portions").GetArrayLength()
                            : 0,
                        explained.GetProperty("visiblePortionCount").GetInt32());
                }
            }
        }
    }

    [Fact]
    public async Task Each_predicate_is_told_with_a_sentence()
    {
        var product = (await ProductsAsync(sensitive: true))[0];
        var data = await host.DataAsync(
            "privacy-officer", Question, new { principal = await IdOfAsync("partner-hospital"), product });
        var explained = data.GetProperty("explainAccess");

        Assert.Equal(HandlingPolicy.Version, explained.GetProperty("policyVersion").GetString());
        var told = explained.GetProperty("predicates").EnumerateArray()
            .Select(p => (
                Kind: p.GetProperty("kind").GetString(),
                IsMet: p.GetProperty("isMet").GetBoolean(),
                Sentence: p.GetProperty("sentence").GetString()))
            .ToList();
        Assert.Contains(("PRINCIPAL_ACTIVE", true, "The principal may act."), told);
        Assert.Contains(
            ("ORGANIZATION_ACTIVE", true, "The principal belongs to an active organization."), told);
        Assert.Contains(
            ("HOME_CENTER", false, "The principal is not on the staff of the center that made it."), told);
        Assert.Contains(("PUBLISHED", true, "The product has a released version in force."), told);
        // Lists of other centers are told by no name: the asker may not know them.
        Assert.Contains(
            explained.GetProperty("predicates").EnumerateArray(),
            p => p.GetProperty("kind").GetString() == "LIST_MEMBERSHIP"
                && p.GetProperty("list").ValueKind == JsonValueKind.Object);
    }

    [Fact]
    public async Task A_suspended_person_sees_what_is_public_and_the_explanation_says_why()
    {
        var id = (await IdOfAsync("partner-water"))!;
        var products = await ProductsAsync();
        await SetStatusAsync(id, PrincipalStatus.Suspended);
        try
        {
            foreach (var product in products)
            {
                var data = await host.DataAsync("director", Question, new { principal = id, product });
                var predicates = data.GetProperty("explainAccess").GetProperty("predicates").EnumerateArray();
                Assert.Equal(
                    "PRINCIPAL_ACTIVE False The principal may not act: suspended, left or expired.",
                    Line(predicates.First()));
                Assert.DoesNotContain(
                    predicates, p => p.GetProperty("kind").GetString() == "LIST_MEMBERSHIP"
                        && p.GetProperty("isMet").GetBoolean());
            }
        }
        finally
        {
            await SetStatusAsync(id, PrincipalStatus.Active);
        }
    }

    [Fact]
    public async Task Only_overseers_of_the_center_are_told_and_all_else_is_the_same_nothing()
    {
        var product = (await ProductsAsync())[0];
        var principal = (await IdOfAsync("partner-hospital"))!;
        foreach (var who in new[] { "partner-hospital", "analyst", "administrator", "auditor", "client-hsin", null })
        {
            var refused = await host.ExecuteAsync(who, Question, new { principal, product });
            Assert.Equal(
                who is null ? "AUTH_NOT_AUTHENTICATED" : "AUTH_NOT_AUTHORIZED",
                refused.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        }

        var elsewhere = await OfOtherCenterAsync();
        var answers = new List<string>();
        foreach (var (who, what) in new[]
        {
            (principal, elsewhere),
            (principal, NodeIds.Format("Product", Guid.NewGuid())),
            (principal, principal),
            (NodeIds.Format("Person", Guid.NewGuid()), product),
            (product, product),
            ("", ""),
        })
        {
            var answer = await host.ExecuteAsync("supervisor", Question, new { principal = who, product = what });
            answers.Add(answer.GetRawText());
        }

        Assert.Equal("""{"data":{"explainAccess":null}}""", Assert.Single(answers.Distinct()));
    }

    [Fact]
    public async Task Persons_attributes_are_told_as_one_and_the_asking_is_on_record()
    {
        var product = (await ProductsAsync(sensitive: true))[0];
        var principal = (await IdOfAsync("partner-hospital"))!;
        var before = await RecordsAsync(principal);

        var data = await host.DataAsync("privacy-officer", Question, new { principal, product });

        var kinds = data.GetProperty("explainAccess").GetProperty("predicates").EnumerateArray()
            .Select(predicate => predicate.GetProperty("kind").GetString())
            .ToList();
        Assert.DoesNotContain("SENSITIVITY", kinds);
        Assert.DoesNotContain("DISSEMINATION_CONTROL", kinds);
        Assert.Equal(before + 1, await RecordsAsync(principal));
    }

    [Fact]
    public async Task Machine_clients_of_customers_are_explained_and_principals_of_other_centers_are_not()
    {
        var product = (await ProductsAsync())[0];
        await using var context = host.Module.AccessDatabase.CreateContext();
        var center = RowIds.Center(0);
        var cancellation = TestContext.Current.CancellationToken;
        foreach (var client in await context.Set<ServiceClient>().ToListAsync(cancellation))
        {
            var isCustomer = await context.Set<OrganizationCenter>().AnyAsync(
                link => link.CenterId == center && link.OrganizationId == client.OrganizationId,
                cancellation);
            await AssertToldAsync(isCustomer, NodeIds.Format("ServiceClient", client.Id));
        }

        await AssertToldAsync(true, (await IdOfAsync("analyst"))!);
        await AssertToldAsync(false, (await IdOfAsync("analyst-elsewhere"))!);

        async Task AssertToldAsync(bool isTold, string principal)
        {
            var data = await host.DataAsync("supervisor", Question, new { principal, product });
            Assert.Equal(isTold, data.GetProperty("explainAccess").ValueKind == JsonValueKind.Object);
        }
    }

    [Fact]
    public async Task Lists_of_other_centers_are_counted_and_not_named()
    {
        foreach (var product in await ProductsAsync())
        {
            var data = await host.DataAsync(
                "supervisor",
                """
                query($principal: ID!, $product: ID!) {
                  explainAccess(principal: $principal, product: $product) {
                    predicates { kind sentence list { owner { id } } }
                  }
                }
                """,
                new { principal = await IdOfAsync("partner-hospital"), product });
            foreach (var predicate in data.GetProperty("explainAccess").GetProperty("predicates").EnumerateArray()
                .Where(predicate => predicate.GetProperty("kind").GetString() == "LIST_MEMBERSHIP"))
            {
                if (predicate.GetProperty("list") is { ValueKind: JsonValueKind.Object } list)
                {
                    Assert.Equal(
                        NodeIds.Format("FusionCenter", RowIds.Center(0)),
                        list.GetProperty("owner").GetProperty("id").GetString());
                }
                else
                {
                    Assert.EndsWith(
                        "audiences of lists of other centers.",
                        predicate.GetProperty("sentence").GetString(),
                        StringComparison.Ordinal);
                }
            }
        }
    }

    async Task<int> RecordsAsync(string principal)
    {
        var subject = NodeIds.KeyOf(principal, "Person");
        await using var context = host.Module.AccessDatabase.CreateContext();
        return await context.Set<AccessRecord>().CountAsync(record => record.SubjectId == subject);
    }

    static string Line(JsonElement predicate) =>
        $"{predicate.GetProperty("kind").GetString()} {predicate.GetProperty("isMet").GetBoolean()} "
        + predicate.GetProperty("sentence").GetString();

    async Task<List<string>> ProductsAsync(bool sensitive = false)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        var center = RowIds.Center(0);
        var tlp = (long)Requirement.AnyTlp;
        var ids = await context.Set<Product>()
            .Where(product => product.OriginatorId == center && product.CurrentVersionId != null)
            .Where(product => !sensitive
                || (product.State == ProductState.Current
                    && product.Entitlements.Any(right => right.Kind == EntitlementKind.List)
                    && product.CurrentVersion!.Portions.Any(portion => (portion.Requires & ~tlp) != 0)))
            .OrderBy(product => product.Id).Select(product => product.Id).Take(20).ToListAsync();
        return [.. ids.Select(id => NodeIds.Format("Product", id))];
    }

    async Task<string> OfOtherCenterAsync()
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        var center = RowIds.Center(0);
        return NodeIds.Format("Product", await context.Set<Product>()
            .Where(product => product.OriginatorId != center
                && product.Entitlements.Any(right => right.IsCurrent && right.Kind == EntitlementKind.Public))
            .Select(product => product.Id).FirstAsync());
    }

    async Task<string?> IdOfAsync(string subject)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        var person = await context.Set<Person>().Where(p => p.Subject == subject)
            .Select(p => (Guid?)p.Id).FirstOrDefaultAsync();
        var client = await context.Set<ServiceClient>().Where(c => c.ClientId == subject)
            .Select(c => (Guid?)c.Id).FirstOrDefaultAsync();
        return person is { } id
            ? NodeIds.Format("Person", id)
            : client is { } key ? NodeIds.Format("ServiceClient", key) : null;
    }

    async Task SetStatusAsync(string person, PrincipalStatus status)
    {
        var key = NodeIds.KeyOf(person, "Person");
        await using var context = host.Module.AccessDatabase.CreateContext();
        await context.Set<Person>().Where(row => row.Id == key)
            .ExecuteUpdateAsync(row => row.SetProperty(p => p.Status, status));
        host.Module.Viewers.Forget();
    }
}

public sealed class SqliteAccessExplainerTests(SqliteHost host)
    : AccessExplainerTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresAccessExplainerTests(PostgresHost host)
    : AccessExplainerTests(host), IClassFixture<PostgresHost>;
