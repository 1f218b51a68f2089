using System.Text.Json;
using GraphApi.Data.Bindings;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.AccessRecords;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.AccessRecords;

/// <summary>Who may ask who saw what, and that asking is recorded too.</summary>
public abstract class AccessQueriesTests(DistributionHost host)
{
    const string WhoSaw =
        "query($id: ID!) { whoSaw(productVersion: $id, first: 50) {"
        + " totalCount nodes { kind personId portions basis } } }";

    const string Auditor = "auditor, stepped up";
    const string PrivacyOfficer = "privacy-officer, stepped up";

    const string Summary =
        "query($id: ID!) { accessSummary(productVersion: $id) { reads readers organizations isSuppressed } }";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_privacy_officer_sees_who_read_a_version_of_his_center_and_an_auditor_who_read_any()
    {
        var (version, reader) = await ReadAsync("analyst");

        foreach (var principal in new[] { PrivacyOfficer, Auditor })
        {
            var seen = (await host.DataAsync(principal, WhoSaw, new { id = version })).GetProperty("whoSaw");
            Assert.Contains(
                seen.GetProperty("nodes").EnumerateArray(),
                node => node.GetProperty("personId").GetString() == reader
                    && node.GetProperty("kind").GetString() == "CONTENT_READ"
                    && node.GetProperty("basis").GetString() == "HOME"
                    && node.GetProperty("portions").GetArrayLength() > 0);
            Assert.Equal(seen.GetProperty("nodes").GetArrayLength(), seen.GetProperty("totalCount").GetInt32());
        }
    }

    [Fact]
    public async Task A_readers_own_history_does_not_tell_which_places_were_left_out()
    {
        await host.DataAsync(
            "partner-hospital", "{ feed(first: 1) { nodes { currentVersion { portions { text } } } } }");

        const string history = "{ me { accessHistory(first: 1) { nodes { kind portions } } } }";
        var response = await host.ExecuteAsync("partner-hospital", history);

        Assert.Equal(
            """{"me":{"accessHistory":{"nodes":[{"kind":"CONTENT_READ","portions":null}]}}}""",
            response.GetProperty("data").GetRawText());
        Assert.Equal(
            "AUTH_NOT_AUTHORIZED",
            response.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task Nobody_else_may_ask_who_saw_or_what_somebody_saw()
    {
        var (version, reader) = await ReadAsync("analyst");

        foreach (var principal in new[] { null, "partner-hospital", "analyst", "supervisor", "administrator" })
        {
            AssertRefused(await host.ExecuteAsync(principal, WhoSaw, new { id = version }));
            AssertRefused(await host.ExecuteAsync(
                principal, "query($id: ID!) { whatSaw(principal: $id) { nodes { id } } }", new { id = reader }));
        }

        AssertRefused(await host.ExecuteAsync(
            PrivacyOfficer, "query($id: ID!) { whatSaw(principal: $id) { nodes { id } } }", new { id = reader }));
    }

    [Theory]
    [InlineData("auditor")]
    [InlineData("privacy-officer")]
    public async Task Who_may_ask_must_have_signed_in_lately_with_what_cannot_be_phished(string principal)
    {
        var response = await host.ExecuteAsync(principal, WhoSaw, new { id = "bm90IGFuIGlk" });
        Assert.Equal(
            "AUTH_STEP_UP_REQUIRED",
            response.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_privacy_officer_sees_nothing_of_another_center()
    {
        var (version, _) = await ReadAsync("analyst-elsewhere");

        var seen = await host.DataAsync(PrivacyOfficer, WhoSaw, new { id = version });

        Assert.Equal("""{"totalCount":0,"nodes":[]}""", seen.GetProperty("whoSaw").GetRawText());
    }

    [Fact]
    public async Task An_auditor_sees_what_a_person_or_a_client_read_and_nothing_for_an_id_of_nobody()
    {
        var (version, reader) = await ReadAsync("analyst");
        const string WhatSaw =
            "query($id: ID!) { whatSaw(principal: $id, first: 50) { nodes { kind versionId } } }";

        var seen = await host.DataAsync(Auditor, WhatSaw, new { id = reader });
        var nobody = await host.DataAsync(Auditor, WhatSaw, new { id = "bm90IGFuIGlk" });
        var other = await host.DataAsync(Auditor, WhatSaw, new { id = version });

        Assert.Contains(
            seen.GetProperty("whatSaw").GetProperty("nodes").EnumerateArray(),
            node => node.GetProperty("versionId").GetString() == version);
        Assert.Equal("""{"whatSaw":{"nodes":[]}}""", nobody.GetRawText());
        Assert.Equal("""{"whatSaw":{"nodes":[]}}""", other.GetRawText());
    }

    [Fact]
    public async Task Everybody_sees_what_he_read_himself_and_nothing_else()
    {
        await ReadAsync("analyst");
        var (version, _) = await ReadAsync("partner-hospital");

        var own = await host.DataAsync(
            "partner-hospital", "{ me { person { id } accessHistory(first: 50) { nodes { personId versionId } } } }");

        var me = own.GetProperty("me").GetProperty("person").GetProperty("id").GetString();
        var nodes = own.GetProperty("me").GetProperty("accessHistory").GetProperty("nodes").EnumerateArray().ToList();
        Assert.Contains(nodes, node => node.GetProperty("versionId").GetString() == version);
        Assert.All(nodes, node => Assert.Equal(me, node.GetProperty("personId").GetString()));
    }

    [Fact]
    public async Task A_machine_client_sees_what_it_read_itself()
    {
        await host.DataAsync("client-isac", "{ feed(first: 3) { nodes { currentVersion { title { text } } } } }");

        var own = await host.DataAsync(
            "client-isac", "{ me { serviceClient { id } accessHistory { nodes { serviceClientId personId } } } }");

        var me = own.GetProperty("me").GetProperty("serviceClient").GetProperty("id").GetString();
        Assert.All(
            own.GetProperty("me").GetProperty("accessHistory").GetProperty("nodes").EnumerateArray(),
            node => Assert.Equal(
                $$"""{"serviceClientId":"{{me}}","personId":null}""", node.GetRawText()));
    }

    [Fact]
    public async Task Asking_who_saw_leaves_a_record_of_its_own_also_where_the_answer_is_empty()
    {
        var (version, _) = await ReadAsync("analyst");
        await using var context = host.Module.AccessDatabase.CreateContext();
        var before = await context.Set<AccessRecord>().CountAsync(Cancellation);

        await host.DataAsync(Auditor, WhoSaw, new { id = version });
        await host.DataAsync(Auditor, WhoSaw, new { id = "bm90IGFuIGlk" });
        await host.DataAsync("supervisor", Summary, new { id = version });

        var records = await context.Set<AccessRecord>().OrderBy(record => record.Sequence).Skip(before)
            .Select(record => new { record.Kind, record.VersionId, record.SubjectId, record.Basis })
            .ToListAsync(Cancellation);
        var key = NodeIds.KeyOf(version, nameof(ProductVersion));
        Assert.Equal(
            [
                (AccessRecordKind.RecordRead, key, key, (AccessBasis?)null),
                (AccessRecordKind.RecordRead, null, null, null),
                (AccessRecordKind.RecordRead, key, key, null),
            ],
            records.Select(record => (record.Kind, record.VersionId, record.SubjectId, record.Basis)));
    }

    [Fact]
    public async Task A_supervisor_gets_counts_alone_and_none_of_fewer_than_five_readers()
    {
        var (version, _) = await ReadAsync("analyst");
        var (elsewhere, _) = await ReadAsync("analyst-elsewhere");

        var few = await host.DataAsync("supervisor", Summary, new { id = version });
        var other = await host.DataAsync("supervisor", Summary, new { id = elsewhere });
        AssertRefused(await host.ExecuteAsync("partner-hospital", Summary, new { id = version }));
        await ReadByManyAsync(version);
        var many = await host.DataAsync("supervisor", Summary, new { id = version });

        Assert.Equal(
            """{"accessSummary":{"reads":null,"readers":null,"organizations":null,"isSuppressed":true}}""",
            few.GetRawText());
        Assert.Equal("""{"accessSummary":null}""", other.GetRawText());
        var summary = many.GetProperty("accessSummary");
        Assert.Equal(
            (false, true),
            (summary.GetProperty("isSuppressed").GetBoolean(), summary.GetProperty("readers").GetInt32() >= 5));
    }

    static void AssertRefused(JsonElement response) => Assert.StartsWith(
        "AUTH_",
        response.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString(),
        StringComparison.Ordinal);

    /// <summary>Has the principal read a version that is not public; returns the ids of both.</summary>
    async Task<(string Version, string Person)> ReadAsync(string principal)
    {
        await using var session = await host.Module.OpenSessionAsync(
            DistributionHost.PrincipalOf(principal),
            address: null,
            AccessChannel.GraphqlHttp,
            purpose: null,
            Cancellation);
        var viewer = ((DistributionSession)session).Viewer;
        var lacks = viewer.Lacks;
        await using var context = host.Module.AccessDatabase.CreateContext();
        var product = await context.Set<Entitlement>()
            .Where(right => viewer.AudienceIds.Contains(right.AudienceId) && right.IsCurrent
                && (right.Requires & lacks) == 0
                && (right.Kind == EntitlementKind.Home || right.Kind == EntitlementKind.List)
                && right.EffectiveAt <= viewer.Now && (right.ExpiresAt == null || right.ExpiresAt > viewer.Now)
                && !right.Version.Entitlements.Any(other => other.Kind == EntitlementKind.Public))
            .OrderBy(right => right.Kind == EntitlementKind.Home ? 0 : 1).ThenBy(right => right.VersionId)
            .Select(right => right.ProductId)
            .FirstAsync(Cancellation);
        var read = await host.DataAsync(
            principal,
            "query($id: ID!) { product(id: $id) { currentVersion { id title { text } } } me { person { id } } }",
            new { id = NodeIds.Format(nameof(Product), product) });
        return (
            read.GetProperty("product").GetProperty("currentVersion").GetProperty("id").GetString()!,
            read.GetProperty("me").GetProperty("person").GetProperty("id").GetString()!);
    }

    /// <summary>Records of five other persons, as their reads would have left them.</summary>
    async Task ReadByManyAsync(string version)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        var persons = await context.Set<Person>().OrderBy(person => person.Id).Take(5)
            .Select(person => person.Id).ToListAsync(Cancellation);
        var chain = new AccessChain
        {
            Id = Guid.NewGuid(),
            Number = 1_000 + await context.Set<AccessChain>().CountAsync(Cancellation),
            Host = "test",
            StartedAt = DateTime.UnixEpoch,
            PreviousHash = new byte[32],
            Hash = new byte[32],
        };
        context.Add(chain);
        context.AddRange(persons.Select((person, i) => new AccessRecord
        {
            Id = Guid.NewGuid(),
            ChainId = chain.Id,
            Sequence = i + 1,
            At = DateTime.UnixEpoch,
            Kind = AccessRecordKind.ContentRead,
            Channel = AccessChannel.GraphqlHttp,
            PersonId = person,
            DocumentHash = new string('0', 64),
            VersionId = NodeIds.KeyOf(version, nameof(ProductVersion)),
            PolicyVersion = "test",
            PreviousHash = new byte[32],
            Hash = new byte[32],
        }));
        await context.SaveChangesAsync(Cancellation);
    }

    public sealed class OnSqlite(SqliteHost host) : AccessQueriesTests(host), IClassFixture<SqliteHost>;

    public sealed class OnPostgreSql(PostgresHost host) : AccessQueriesTests(host), IClassFixture<PostgresHost>;
}
