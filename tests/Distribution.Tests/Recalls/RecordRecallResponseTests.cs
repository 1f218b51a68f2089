using System.Text.Json;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Partners;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Recalls;

/// <summary>Answers that staff record for recipients, who may do it, and who cannot sign in.</summary>
public abstract class RecordRecallResponseTests(DistributionHost host)
{
    const string ToldBy = "Exercise Duty Desk (synthetic)";

    const string History = """
        query($id: ID!) {
          node(id: $id) {
            ... on RecallResponse {
              state isSettled
              events { state actorName isRecorded recordedByName toldAt means note }
            }
          }
        }
        """;

    readonly RecallScene _scene = new(host);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static DateTime Now => RecallScene.Now;

    [Fact]
    public async Task What_staff_record_is_kept_apart_from_what_the_recipient_says()
    {
        var (notice, id) = await RecalledAsync("partner-fire");
        RecallScene.Done(await RecordAsync("supervisor", id, 1, "ACKNOWLEDGED"), "recallResponse");
        RecallScene.Done(
            await _scene.RespondAsync("partner-fire", await _scene.MineAsync("partner-fire", notice), "DESTROYED"),
            "recallResponse");

        var own = (await _scene.PersonAsync("partner-fire")).DisplayName;
        var supervisor = (await _scene.PersonAsync("supervisor")).DisplayName;
        var seen = (await host.DataAsync("supervisor", History, new { id })).GetProperty("node");
        Assert.Equal(
            $$"""
            {"state":"DESTROYED","isSettled":true,"events":[{"state":"ACKNOWLEDGED","actorName":"{{ToldBy}}","isRecorded":true,"recordedByName":"{{supervisor}}","toldAt":"{{Now:yyyy-MM-dd'T'HH:mm:ss'Z'}}","means":"TELEPHONE","note":null},{"state":"DESTROYED","actorName":"{{own}}","isRecorded":false,"recordedByName":null,"toldAt":null,"means":null,"note":null}]}
            """,
            seen.GetRawText());
    }

    [Fact]
    public async Task The_recipient_is_told_what_was_said_in_his_name_and_not_who_of_the_staff_wrote_it_down()
    {
        var (_, id) = await RecalledAsync("partner-water");
        RecallScene.Done(await RecordAsync("privacy-officer", id, 1, "SEEN"), "recallResponse");
        var response = await host.ExecuteAsync("partner-water", History, new { id });
        var answer = Assert.Single(
            response.GetProperty("data").GetProperty("node").GetProperty("events").EnumerateArray());
        Assert.Equal(ToldBy, answer.GetProperty("actorName").GetString());
        Assert.True(answer.GetProperty("isRecorded").GetBoolean());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("recordedByName").ValueKind);
        Assert.Equal(
            "AUTH_NOT_AUTHORIZED",
            Assert.Single(response.GetProperty("errors").EnumerateArray())
                .GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task Who_oversees_the_center_or_is_assigned_to_the_organization_records_and_nobody_else()
    {
        var (notice, id) = await RecalledAsync("partner-tribal");
        const string notFound = "NotFoundError: There is no response to a recall with this id.";
        foreach (var who in new[] { "auditor", "analyst-elsewhere", "administrator", "partner-hospital", "client-isac" })
        {
            var refused = await TryAsync(who, id, 1, "SEEN");
            Assert.Equal("AUTH_NOT_AUTHORIZED", refused);
        }

        Assert.Equal("AUTH_NOT_AUTHORIZED", await TryAsync("partner-tribal", id, 1, "SEEN"));
        Assert.Equal("AUTH_NOT_AUTHORIZED", await TryAsync("analyst", id, 1, "SEEN"));
        await AssignAsync("liaison", NamedOrganization.Fire);
        Assert.Equal(notFound, RecallScene.Refusal(await RecordAsync("liaison", id, 1, "SEEN")));
        await AssignAsync("liaison", NamedOrganization.Tribal);
        RecallScene.Done(await RecordAsync("liaison", id, 1, "SEEN"), "recallResponse");
        foreach (var (who, revision, state) in new[]
        {
            ("director", 2, "ACKNOWLEDGED"), ("privacy-officer", 3, "REPLACED"), ("supervisor", 4, "DESTROYED"),
        })
        {
            RecallScene.Done(await RecordAsync(who, id, revision, state), "recallResponse");
        }

        Assert.Equal(5, (await _scene.MineAsync("partner-tribal", notice)).GetProperty("revision").GetInt32());
    }

    [Fact]
    public async Task Nobody_records_an_answer_of_his_own()
    {
        var (_, id) = await RecalledAsync("supervisor");
        Assert.Equal(
            "NotPermittedError: It is addressed to the caller, who answers it himself.",
            RecallScene.Refusal(await RecordAsync("supervisor", id, 1, "DESTROYED")));
    }

    [Fact]
    public async Task What_is_recorded_says_who_told_it_when_and_how()
    {
        var (_, id) = await RecalledAsync("partner-energy");
        foreach (var (refusal, by, at, means) in new[]
        {
            ("InvalidInputError (toldBy): Say who gave the answer: 1 to 200 characters, and no control characters.",
                " ", Now, "EMAIL"),
            ("InvalidInputError (toldBy): Say who gave the answer: 1 to 200 characters, and no control characters.",
                new string('a', 201), Now, "EMAIL"),
            ("InvalidInputError (toldAt): It was told after the recall was issued, and not in the future.",
                ToldBy, Now.AddSeconds(1), "EMAIL"),
            ("InvalidInputError (toldAt): It was told after the recall was issued, and not in the future.",
                ToldBy, Now.AddSeconds(-1), "EMAIL"),
            ("InvalidInputError (note): Say by which means it was told.", ToldBy, Now, "OTHER"),
        })
        {
            Assert.Equal(
                refusal,
                RecallScene.Refusal(await RecordAsync("supervisor", id, 1, "SEEN", by: by, at: at, means: means)));
        }

        Assert.Equal(
            "InvalidInputError (state): This is no answer: the notice and the clock make it.",
            RecallScene.Refusal(await RecordAsync("supervisor", id, 1, "ESCALATED")));
        Assert.StartsWith(
            "RevisionConflictError: ",
            RecallScene.Refusal(await RecordAsync("supervisor", id, 2, "SEEN")),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_cannot_sign_in_is_counted_and_found_and_his_answer_recorded()
    {
        var product = await _scene.ProductAsync("partner-isac");
        var (suspended, client) =
            (await _scene.PersonAsync("partner-suspended"), await _scene.ClientAsync("client-suspended"));
        await _scene.CloseListsAsync(product);
        await _scene.DeliverAsync(product, person: suspended.Id);
        await _scene.DeliverAsync(product, client: client.Id);
        await _scene.DeliverAsync(product, person: (await _scene.PersonAsync("partner-lapsed")).Id);
        await _scene.DeliverAsync(
            product, organization: (await _scene.PersonAsync("partner-business")).OrganizationId);
        var notice = await _scene.RecalledAsync(product);
        Assert.Equal(2, await UnreachableAsync(notice));

        const string document = """
            query($id: ID!) {
              recall(id: $id) {
                responses(where: { isReachable: { eq: false } }) { nodes { id isReachable recipient { __typename } } }
              }
            }
            """;
        var rows = (await host.DataAsync("privacy-officer", document, new { id = notice }))
            .GetProperty("recall").GetProperty("responses").GetProperty("nodes").EnumerateArray().ToList();
        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.False(row.GetProperty("isReachable").GetBoolean()));
        var ids = (await _scene.ResponsesAsync(notice))
            .Where(response => response.RecipientId == suspended.Id || response.RecipientId == client.Id)
            .Select(response => Data.Bindings.NodeIds.Format("RecallResponse", response.Id));
        Assert.Equal(
            ids.Order(StringComparer.Ordinal),
            rows.Select(row => row.GetProperty("id").GetString()!).Order(StringComparer.Ordinal));

        foreach (var row in rows)
        {
            var id = row.GetProperty("id").GetString()!;
            var isClient = (await _scene.ResponsesAsync(notice)).Exists(response =>
                response.ServiceClientId is not null
                && Data.Bindings.NodeIds.Format("RecallResponse", response.Id) == id);
            if (isClient)
            {
                Assert.Equal(
                    "InvalidInputError (destroyedCopies): How many copies were destroyed, from 0 on: with DESTROYED, "
                    + "of a machine client always.",
                    RecallScene.Refusal(await RecordAsync("supervisor", id, 1, "DESTROYED")));
            }

            RecallScene.Done(
                await RecordAsync("supervisor", id, 1, "DESTROYED", copies: 1), "recallResponse");
        }

        Assert.Equal(0, await UnreachableAsync(notice));
    }

    [Theory]
    [InlineData("UPDATE recall_response_events SET means = NULL", "append-only")]
    [InlineData(
        "INSERT INTO recall_response_events (id, response_id, notice_id, state, revision, person_id, actor_name, "
        + "occurred_at, means) SELECT notice_id, response_id, notice_id, state, 99, person_id, actor_name, occurred_at, "
        + "'Telephone' FROM recall_response_events WHERE means IS NOT NULL",
        "check")]
    public async Task Who_told_what_how_is_whole_and_stays(string sql, string message)
    {
        var (_, id) = await RecalledAsync("partner-law-enforcement");
        RecallScene.Done(await RecordAsync("supervisor", id, 1, "SEEN"), "recallResponse");
        await using var context = host.Module.AccessDatabase.CreateContext();
        var problem = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(
            () => context.Database.ExecuteSqlRawAsync(sql, Stop));
        Assert.Contains(message, problem.Message, StringComparison.OrdinalIgnoreCase);
    }

    async Task<int> UnreachableAsync(string notice) => (await host.DataAsync(
            "supervisor", "query($id: ID!) { recall(id: $id) { progress { unreachable } } }", new { id = notice }))
        .GetProperty("recall").GetProperty("progress").GetProperty("unreachable").GetInt32();

    /// <summary>A recall of a product that was delivered to a person, and his response.</summary>
    async Task<(string Notice, string Response)> RecalledAsync(string who)
    {
        var product = await _scene.ProductAsync("supervisor");
        var person = (await _scene.PersonAsync(who)).Id;
        await _scene.CloseListsAsync(product);
        await _scene.DeliverAsync(product, person: person);
        var notice = await _scene.RecalledAsync(product);
        var response = Assert.Single(await _scene.ResponsesAsync(notice), row => row.RecipientId == person);
        return (notice, Data.Bindings.NodeIds.Format("RecallResponse", response.Id));
    }

    Task<JsonElement> RecordAsync(
        string who,
        string id,
        int revision,
        string state,
        string by = ToldBy,
        DateTime? at = null,
        string means = "TELEPHONE",
        int? copies = null) =>
        _scene.MutateAsync(
            who,
            "recordRecallResponse",
            "recallResponse { state }",
            InputOf(id, revision, state, by, at, means, copies));

    /// <summary>The code of the error with which a mutation is refused before it runs.</summary>
    async Task<string?> TryAsync(string who, string id, int revision, string state)
    {
        var response = await host.ExecuteAsync(
            who,
            "mutation($input: RecordRecallResponseInput!) "
                + "{ recordRecallResponse(input: $input) { errors { __typename } } }",
            new { input = InputOf(id, revision, state, ToldBy, null, "EMAIL", null) });
        return Assert.Single(response.GetProperty("errors").EnumerateArray())
            .GetProperty("extensions").GetProperty("code").GetString();
    }

    static object InputOf(
        string id, int revision, string state, string toldBy, DateTime? at, string means, int? copies) => new
        {
            id,
            revision,
            state,
            toldBy,
            toldAt = at ?? Now,
            means,
            destroyedCopies = state == "DESTROYED" ? copies : null,
        };

    async Task AssignAsync(string who, NamedOrganization organization)
    {
        var person = await _scene.PersonAsync(who);
        await using var context = host.Module.AccessDatabase.CreateContext();
        await context.Set<LiaisonAssignment>().Where(assignment => assignment.PersonId == person.Id)
            .ExecuteDeleteAsync(Stop);
        context.Add(new LiaisonAssignment
        {
            Id = Guid.NewGuid(),
            Kind = LiaisonKind.FusionLiaisonOfficer,
            PersonId = person.Id,
            CenterId = RowIds.Center(0),
            OrganizationId = RowIds.Of(RowKind.Organization, (int)organization),
            State = LiaisonState.Active,
            StartsOn = DateOnly.FromDateTime(Now.AddDays(-1)),
            CreatedAt = Now,
            UpdatedAt = Now,
        });
        await context.SaveChangesAsync(Stop);
        host.Module.Viewers.Forget();
    }
}

public sealed class SqliteRecordRecallResponseTests(SqliteHost host)
    : RecordRecallResponseTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresRecordRecallResponseTests(PostgresHost host)
    : RecordRecallResponseTests(host), IClassFixture<PostgresHost>;
