using GraphApi.Data.Bindings;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Tests.Demonstration;

namespace GraphApi.Distribution.Tests.Access;

/// <summary>
/// What is hidden and what does not exist take the same statements, so that neither the answer nor the time it takes
/// tells one from the other.
/// </summary>
public abstract class HiddenAndMissingTests(DistributionHost host)
{
    const string Partner = "partner-hospital";

    [Theory]
    [InlineData("product(id: $id) { id publicNumber currentVersion { title { text } portions { key } } sectors { name } }")]
    [InlineData("node(id: $id) { id ... on Product { publicNumber originator { name } } }")]
    [InlineData("nodes(ids: [$id, $id]) { id ... on Product { topics { name } } }")]
    [InlineData("products(where: { id: { eq: $id } }) { totalCount nodes { id currentVersion { title { text } } } }")]
    [InlineData("feed(where: { id: { in: [$id] } }) { edges { node { id } } pageInfo { hasNextPage } }")]
    [InlineData("products(where: { or: [{ id: { eq: $id } }] }, order: [{ publicNumber: DESC }]) { totalCount }")]
    public async Task A_hidden_product_takes_the_statements_of_a_missing_one(string field)
    {
        var document = $"query($id: ID!) {{ {field} }}";
        var (missing, statements) = await AskAsync(document, NodeIds.Format("Product", Guid.NewGuid()));
        Assert.NotEmpty(statements);
        foreach (var id in Hidden())
        {
            var (hidden, taken) = await AskAsync(document, NodeIds.Format("Product", id));
            Assert.Equal(missing, hidden);
            Assert.Equal(statements, taken);
        }
    }

    [Theory]
    [InlineData("acknowledge(input: { version: $id }) { receipt { id } ", "ProductVersion")]
    [InlineData("submitFeedback(input: { version: $id, helpful: true }) { feedback { id } ", "ProductVersion")]
    [InlineData(
        "a: acknowledge(input: { version: $id }) { errors { __typename } } "
        + "b: submitFeedback(input: { version: $id, helpful: true }) { feedback { id } ",
        "ProductVersion")]
    public async Task A_mutation_of_what_is_hidden_takes_the_statements_of_one_of_what_is_missing(
        string mutation, string type)
    {
        var document = $"mutation($id: ID!) {{ {mutation} errors {{ __typename ... on Error {{ message }} }} }} }}";
        // What is made once, by whoever asks first, is made by now.
        await AskAsync(document, NodeIds.Format(type, Guid.NewGuid()));
        var (missing, statements) = await AskAsync(document, NodeIds.Format(type, Guid.NewGuid()));
        Assert.Contains("\"NotFoundError\"", missing, StringComparison.Ordinal);
        Assert.NotEmpty(statements);
        await using var context = host.Module.AccessDatabase.CreateContext();
        foreach (var product in Hidden())
        {
            var version = context.Set<ProductVersion>().First(row => row.ProductId == product).Id;
            var (hidden, taken) = await AskAsync(document, NodeIds.Format(type, version));
            Assert.Equal(missing, hidden);
            Assert.Equal(statements, taken);
        }
    }

    List<Guid> Hidden()
    {
        var oracle = Oracle.Read(host.Module, FixedTime.Now.UtcDateTime);
        var seen = oracle.Seen(DistributionHost.PrincipalOf(Partner)).Select(row => row.Product).ToHashSet();
        var hidden = oracle.Products.Select(product => product.Id).Where(id => !seen.Contains(id)).Take(5).ToList();
        Assert.NotEmpty(hidden);
        return hidden;
    }

    async Task<(string Response, IReadOnlyList<string> Statements)> AskAsync(string document, string id)
    {
        var response = await host.ExecuteAsync(Partner, document, new { id });
        return (response.GetRawText(), host.Sql.Statements);
    }
}

public sealed class SqliteHiddenAndMissingTests(SqliteHost host)
    : HiddenAndMissingTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresHiddenAndMissingTests(PostgresHost host)
    : HiddenAndMissingTests(host), IClassFixture<PostgresHost>;
