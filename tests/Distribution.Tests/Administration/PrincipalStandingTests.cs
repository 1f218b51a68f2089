using System.Text.Json;
using GraphApi.Data.Bindings;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Administration;
using GraphApi.Distribution.Partners;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Administration;

/// <summary>Suspending takes effect at once, is on record, and is nobody's but an administrator's.</summary>
public abstract class PrincipalStandingTests(DistributionHost host)
{
    const string Reason = "A synthetic reason, long enough to be kept on record.";
    const string Administrator = "administrator, stepped up";

    [Theory]
    [InlineData("partner-hospital", "Person")]
    [InlineData("partner-water", "Organization")]
    [InlineData("client-hsin", "ServiceClient")]
    public async Task Who_is_suspended_reads_what_is_public_with_the_next_request_until_reinstated(
        string who, string type)
    {
        var (id, revision) = await FindAsync(who, type);
        var before = await FeedAsync(who);

        var entry = Done(await ChangeAsync(Administrator, "suspendPrincipal", id, revision));
        Assert.Equal("SUSPEND", entry.GetProperty("action").GetString());
        Assert.Equal(id, entry.GetProperty("principal").GetProperty("id").GetString());
        Assert.Equal(await FeedAsync(null), await FeedAsync(who));
        Assert.NotEqual(before, await FeedAsync(who));

        Assert.Equal(
            "StateConflictError: Only who is active can be suspended.",
            Refusal(await ChangeAsync(Administrator, "suspendPrincipal", id, revision + 1)));
        Done(await ChangeAsync(Administrator, "reinstatePrincipal", id, revision + 1));
        Assert.Equal(before, await FeedAsync(who));
        Assert.Equal(
            "StateConflictError: Only who is suspended can be reinstated.",
            Refusal(await ChangeAsync(Administrator, "reinstatePrincipal", id, revision + 2)));
    }

    [Fact]
    public async Task Nobody_else_suspends_and_nobody_suspends_himself()
    {
        var (id, revision) = await FindAsync("partner-law-enforcement", "Person");
        foreach (var who in new[] { "director, stepped up", "auditor, stepped up", "partner-hospital, stepped up" })
        {
            var response = await host.ExecuteAsync(who, Document("suspendPrincipal"), Input(id, revision));
            Assert.Equal(
                "AUTH_NOT_AUTHORIZED",
                response.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        }

        var weak = await host.ExecuteAsync("administrator", Document("suspendPrincipal"), Input(id, revision));
        Assert.Equal(
            "AUTH_STEP_UP_REQUIRED",
            weak.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());

        var (self, own) = await FindAsync("administrator", "Person");
        Assert.Equal(
            "SeparationOfDutyError: Another administrator has to do that to you.",
            Refusal(await ChangeAsync(Administrator, "suspendPrincipal", self, own)));
        Assert.Equal(revision, (await FindAsync("partner-law-enforcement", "Person")).Revision);
    }

    [Fact]
    public async Task What_is_wrong_is_told_and_changes_nothing()
    {
        var (id, revision) = await FindAsync("partner-law-enforcement", "Person");
        foreach (var missing in new[]
        {
            NodeIds.Format("Person", Guid.NewGuid()), NodeIds.Format("Product", Guid.NewGuid()), "", "no id",
        })
        {
            Assert.Equal(
                "NotFoundError: There is no principal with this id.",
                Refusal(await ChangeAsync(Administrator, "suspendPrincipal", missing, 1)));
        }

        Assert.StartsWith(
            "RevisionConflictError: ",
            Refusal(await ChangeAsync(Administrator, "suspendPrincipal", id, revision + 5)),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "InvalidInputError: A reason has 20 to 2000 characters",
            Refusal(await ChangeAsync(Administrator, "suspendPrincipal", id, revision, "short")),
            StringComparison.Ordinal);
        Assert.Equal(revision, (await FindAsync("partner-law-enforcement", "Person")).Revision);
    }

    [Fact]
    public async Task The_record_is_read_by_administrators_and_auditors_and_changed_by_nobody()
    {
        var (id, revision) = await FindAsync("partner-fire", "Person");
        Done(await ChangeAsync(Administrator, "suspendPrincipal", id, revision));
        const string records = "{ administrativeEvents(first: 50) { totalCount nodes { reason actorName } } }";
        foreach (var who in new[] { "administrator", "auditor" })
        {
            var data = await host.DataAsync(who, records);
            Assert.Contains(
                data.GetProperty("administrativeEvents").GetProperty("nodes").EnumerateArray(),
                entry => entry.GetProperty("reason").GetString() == Reason);
        }

        foreach (var who in new[] { "director", "partner-hospital", null })
        {
            var data = await host.DataAsync(who, records);
            Assert.Equal(0, data.GetProperty("administrativeEvents").GetProperty("totalCount").GetInt32());
        }

        await using var context = host.Module.AccessDatabase.CreateContext();
        foreach (var sql in new[] { "UPDATE administrative_events SET reason = 'x'", "DELETE FROM administrative_events" })
        {
            var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(
                () => context.Database.ExecuteSqlRawAsync(sql, TestContext.Current.CancellationToken));
            Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
        }

        var entry = await context.Set<AdministrativeEvent>().SingleAsync(
            row => row.PersonId == NodeIds.KeyOf(id, "Person"), TestContext.Current.CancellationToken);
        Assert.Equal((revision + 1, AdministrativeAction.Suspend), (entry.Revision, entry.Action));
    }

    static string Document(string mutation) => $$"""
        mutation($id: ID!, $revision: Int!, $reason: PlainText!) {
          {{mutation}}(input: { id: $id, revision: $revision, reason: $reason }) {
            administrativeEvent { action revision actorName principal { ... on Node { id } } }
            errors { __typename ... on Error { message } }
          }
        }
        """;

    static object Input(string id, int revision, string reason = Reason) => new { id, revision, reason };

    async Task<JsonElement> ChangeAsync(
        string who, string mutation, string id, int revision, string reason = Reason) =>
        (await host.DataAsync(who, Document(mutation), Input(id, revision, reason))).GetProperty(mutation);

    static JsonElement Done(JsonElement payload)
    {
        Assert.Equal(JsonValueKind.Null, payload.GetProperty("errors").ValueKind);
        return payload.GetProperty("administrativeEvent");
    }

    static string Refusal(JsonElement payload)
    {
        Assert.Equal(JsonValueKind.Null, payload.GetProperty("administrativeEvent").ValueKind);
        var error = Assert.Single(payload.GetProperty("errors").EnumerateArray());
        return $"{error.GetProperty("__typename").GetString()}: {error.GetProperty("message").GetString()}";
    }

    async Task<string> FeedAsync(string? who) =>
        (await host.DataAsync(who, "{ feed(first: 50) { totalCount nodes { id } } }")).GetRawText();

    async Task<(string Id, int Revision)> FindAsync(string who, string type)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        var (id, revision) = type switch
        {
            "Person" => await context.Set<Person>().Where(row => row.Subject == who)
                .Select(row => new ValueTuple<Guid, int>(row.Id, row.Revision)).SingleAsync(),
            "Organization" => await context.Set<Person>().Where(row => row.Subject == who)
                .Select(row => new ValueTuple<Guid, int>(row.Organization!.Id, row.Organization.Revision))
                .SingleAsync(),
            _ => await context.Set<ServiceClient>().Where(row => row.ClientId == who)
                .Select(row => new ValueTuple<Guid, int>(row.Id, row.Revision)).SingleAsync(),
        };
        return (NodeIds.Format(type, id), revision);
    }
}

public sealed class SqlitePrincipalStandingTests(SqliteHost host)
    : PrincipalStandingTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresPrincipalStandingTests(PostgresHost host)
    : PrincipalStandingTests(host), IClassFixture<PostgresHost>;
