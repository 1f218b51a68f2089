using System.Net;
using System.Text.Json.Nodes;
using GraphApi.Harness;

namespace GraphApi.Server.Tests.Attacks;

/// <summary>Attempts at guessing, at large answers, at statements that never end, and at memory.</summary>
[Collection(nameof(AttackServer))]
public sealed class ResourceAttackTests(AttackServer server)
{
    readonly AttackTarget _target = server.Production;

    [Fact]
    public async Task Attack_03_brute_force_in_one_mutation()
    {
        await using var toy = await ToyServer.StartAsync();
        string Body(string document) => System.Text.Json.JsonSerializer.Serialize(new { query = document });

        var aliases = string.Concat(Enumerable.Range(0, 100).Select(i => $"a{i}: rename(name: \"{i}\") "));
        var answer = await toy.PostAsync(Body($"mutation {{ {aliases} }}"));
        Assert.Equal("MaxAliases", answer.Extension("limit"));

        aliases = string.Concat(Enumerable.Range(0, 11).Select(i => $"a{i}: rename(name: \"{i}\") "));
        foreach (var document in new[]
        {
            $"mutation {{ {aliases} }}",
            $"mutation {{ ...F ... {{ a: rename(name: \"x\") }} }} fragment F on Mutation {{ {aliases} }}",
        })
        {
            answer = await toy.PostAsync(Body(document));
            Assert.Equal(LimitTable.Of("Limits:MaxMutationFields").Told(10), Message(answer));
            Assert.Equal("MaxMutationFields", answer.Extension("limit"));
        }

        aliases = string.Concat(Enumerable.Range(0, 10).Select(i => $"a{i}: rename(name: \"{i}\") "));
        Assert.NotNull(JsonNode.Parse((await toy.PostAsync(Body($"mutation {{ {aliases} }}"))).Body)!["data"]);
    }

    [Theory]
    [InlineData("first: 51", "HC0051")]
    [InlineData("first: 99999999", "HC0051")]
    [InlineData("last: 51", "HC0051")]
    [InlineData("first: 1, last: 51", "HC0051")]
    [InlineData("first: -1", "HC0079")]
    [InlineData("last: -2147483648", "HC0079")]
    [InlineData("first: $n", "HC0051")]
    public async Task Attack_14_page_size(string arguments, string code)
    {
        var variable = arguments.Contains("$n", StringComparison.Ordinal) ? "query($n: Int = 51) " : "";
        foreach (var list in new[] { "feed", "products", "organizations", "distributionLists", "resources" })
        {
            var answer = await _target.AskAsync(
                $"{variable}{{ {list}({arguments}) {{ totalCount }} }}", token: server.Token("analyst"));
            Assert.Equal(code, answer.Extension("code"));
        }
    }

    [Fact]
    public async Task Attack_14_a_page_without_a_size_has_the_default_one()
    {
        var answer = await _target.AskAsync("{ products { nodes { id } totalCount } }", token: server.Token("analyst"));
        var products = JsonNode.Parse(answer.Body)!["data"]!["products"]!;
        Assert.Equal(Math.Min(10, (int)products["totalCount"]!), products["nodes"]!.AsArray().Count);
    }

    [Fact]
    public async Task Attack_14_pages_within_pages_end_at_the_number_of_objects()
    {
        var small = await server.SharedAsync("Limits:MaxObjects=100");
        await small.ExceedsAsync(
            "Limits:MaxObjects",
            "{ jurisdictions(first: 100) { nodes { name } edges { node { code: fipsCode } } } }",
            limit: 100);
    }

    [Fact]
    public async Task Attack_29_an_operation_that_takes_too_long_is_ended_and_its_statement_too()
    {
        Assert.SkipWhen(
            !PostgresServer.IsInstalled && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")),
            "PostgreSQL is not installed.");
        await using var database = await Postgres.CreateDatabaseAsync();
        var target = await server.StartOnAsync(database.ConnectionString, ("Transport:ExecutionTimeoutSeconds", "1"));
        await using var source = Npgsql.NpgsqlDataSource.Create(database.ConnectionString);
        await using var blocking = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await blocking.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await ExecuteAsync(blocking, "LOCK TABLE jurisdictions IN ACCESS EXCLUSIVE MODE");

        var answer = await target.AskAsync("{ jurisdictions { nodes { name } } }");
        Assert.Equal("HC0045", answer.Extension("code"));
        Assert.Equal(LimitTable.Of("Transport:ExecutionTimeoutSeconds").Told(1), Message(answer));
        Assert.Equal(0, await WaitingAsync(blocking));

        // A client that leaves takes its statement along.
        using var leaving = new CancellationTokenSource();
        var asking = target.Client.PostAsync(
            "/graphql",
            new StringContent("""{"query":"{ jurisdictions { nodes { code: fipsCode } } }"}""", null, "application/json"),
            leaving.Token);
        while (await WaitingAsync(blocking) == 0)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        while (await WaitingAsync(blocking) > 0)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        await transaction.RollbackAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, (await target.AskAsync("{ jurisdictions { nodes { name } } }")).Status);
    }

    [Fact]
    public async Task Attack_31_documents_that_are_all_different()
    {
        for (var i = 0; i < 500; i++)
        {
            await _target.AskAsync($"{{ a{i}: __typename }}");
        }

        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < 20_000; i++)
        {
            _ = _target.Engine.Explain($"{{ feed(first: {i % 50}) {{ nodes {{ a{i}: publicNumber originator {{ name }} }} }} }}");
        }

        Assert.InRange(_target.Engine.CachedDocuments, 1, 100);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 20_000_000);
        await _target.IsAliveAsync();
    }

    [Fact]
    public async Task Attack_31_what_is_refused_is_not_kept()
    {
        var fresh = await server.StartAsync();
        for (var i = 0; i < 200; i++)
        {
            await fresh.AskAsync($"{{ a{i} }}");
            await fresh.AskAsync($"{{ a{i}");
        }

        Assert.Equal(0, fresh.Engine.CachedDocuments);
    }

    [Fact]
    public async Task Attack_31_one_document_with_many_operations_and_shapes()
    {
        var operations = string.Concat(Enumerable.Range(0, 50).Select(i =>
            $"query Q{i}($w: ProductFilterInput) {{ products(first: {i + 1}, where: $w) {{ totalCount }} }} "));
        for (var i = 0; i < 50; i++)
        {
            var conditions = Enumerable.Range(0, i).Select(_ => new { isExercise = new { eq = true } });
            var answer = await _target.PostAsync(System.Text.Json.JsonSerializer.Serialize(new
            {
                query = operations,
                operationName = $"Q{i}",
                variables = new { w = new { or = conditions } },
            }));
            Assert.NotNull(JsonNode.Parse(answer.Body)!["data"]);
        }

        Assert.InRange(_target.Engine.CachedDocuments, 1, 100);
    }

    [Fact]
    public async Task Attack_31_plans_that_are_as_large_as_they_may_be()
    {
        // Below an interface a selection is planned for each type, and each of 50 operations has a plan of its own.
        var fresh = await server.StartAsync();
        var types = fresh.Engine.Schema.GetPossibleTypes(fresh.Engine.Schema.TypesByName["Node"]);
        var names = types.SelectMany(type => type.Fields)
            .GroupBy(field => field.Name)
            .Where(same => same.All(field => field.Type.IsLeaf))
            .Where(same => same.Select(field => field.Type.ToString()).Distinct().Count() == 1)
            .Select(same => same.Key)
            .ToHashSet();
        var node = string.Concat(types.Select(type =>
            $"... on {type.Name} {{ {string.Join(' ', type.FieldsByName.Keys.Where(names.Contains))} }} "));
        var operations = string.Concat(Enumerable.Range(0, 50).Select(i => $"query Q{i} {{ ...R }} "));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < 4; i++)
        {
            var roots = string.Concat(Enumerable.Range(0, 12).Select(a => $"a{a}: node(id: \"{i}\") {{ ...N }} "));
            var document = $"{operations} fragment R on Query {{ {roots} }} fragment N on Node {{ {node} }}";
            for (var operation = 0; operation < 50; operation++)
            {
                Assert.Empty(fresh.Engine.Explain(document, $"Q{operation}").Errors);
            }
        }

        Assert.InRange(fresh.Engine.CachedSelections, 0, 200_000);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 100_000_000);
        await fresh.IsAliveAsync();
    }

    static string? Message(Answer answer) => (string?)JsonNode.Parse(answer.Body)!["errors"]![0]!["message"];

    static async Task<long> WaitingAsync(Npgsql.NpgsqlConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    static async Task ExecuteAsync(Npgsql.NpgsqlConnection connection, string statement)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
