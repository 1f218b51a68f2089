using System.Text.Json;
using GraphApi.Data.Bindings;
using GraphApi.Distribution.Recalls;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Recalls;

/// <summary>Whom a recall reaches, how they answer it, and what the center is told.</summary>
public abstract class RespondToRecallTests(DistributionHost host)
{
    readonly RecallScene _scene = new(host);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_organization_that_left_the_list_is_told_and_two_of_its_people_answer_one_after_the_other()
    {
        var product = await _scene.ProductAsync("partner-business");
        var person = await _scene.PersonAsync("partner-business");
        await _scene.DeliverAsync(product, organization: person.OrganizationId);
        await _scene.LeaveListsAsync(product, person.Id);
        await _scene.LeaveListsAsync(product, (await _scene.PersonAsync("partner-non-us")).Id);
        Assert.False(await _scene.SeesAsync("partner-business", product));

        var notice = await _scene.RecalledAsync(product);

        Assert.Equal(
            "NOTIFIED", (await _scene.NoticeAsync("partner-business", notice)).GetProperty("myState").GetString());
        Assert.False(await _scene.SeesAsync("partner-business", product));
        var first = await _scene.MineAsync("partner-business", notice);
        var second = await _scene.MineAsync("partner-non-us", notice);
        Assert.Equal(first.GetRawText(), second.GetRawText());
        Assert.Equal("LEDGER", first.GetProperty("basis").GetString());
        Assert.False(first.GetProperty("wasEntitled").GetBoolean());

        Assert.Equal(
            "SEEN",
            RecallScene.Done(await _scene.RespondAsync("partner-business", first, "SEEN"), "recallResponse")
                .GetProperty("state").GetString());
        Assert.Equal(
            "RevisionConflictError: It was changed meanwhile and has revision 2 now. Read it again, then decide.",
            RecallScene.Refusal(await _scene.RespondAsync("partner-non-us", second, "DESTROYED")));
        var done = RecallScene.Done(
            await _scene.RespondAsync(
                "partner-non-us", await _scene.MineAsync("partner-non-us", notice), "DESTROYED", destroyedCopies: 3),
            "recallResponse");
        Assert.Equal("DESTROYED 3 true", $"{done.GetProperty("state").GetString()} "
            + $"{done.GetProperty("revision").GetInt32()} {done.GetProperty("isSettled").GetRawText()}");

        var events = await host.DataAsync(
            RecallScene.Supervisor,
            "query($id: ID!) { recall(id: $id) { responses(where: { isSettled: { eq: true } }) "
            + "{ nodes { recipient { __typename } events { state revision actorName } } } } }",
            new { id = notice });
        var response = Assert.Single(events.GetProperty("recall").GetProperty("responses").GetProperty("nodes")
            .EnumerateArray());
        Assert.Equal(
            ["SEEN 2", "DESTROYED 3"],
            response.GetProperty("events").EnumerateArray().Select(answer =>
                $"{answer.GetProperty("state").GetString()} {answer.GetProperty("revision").GetInt32()}"));
        Assert.Equal(
            2,
            response.GetProperty("events").EnumerateArray()
                .Select(answer => answer.GetProperty("actorName").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task A_machine_client_answers_with_a_receipt_of_what_it_destroyed()
    {
        var product = await _scene.ProductAsync("supervisor");
        var client = await _scene.ClientAsync("client-portal");
        await _scene.DeliverAsync(product, client: client.Id);
        var notice = await _scene.RecalledAsync(product);
        var mine = await _scene.MineAsync("client-portal", notice);

        Assert.Equal(
            "InvalidInputError (destroyedCopies): How many copies were destroyed, from 0 on: with DESTROYED, of a "
            + "machine client always.",
            RecallScene.Refusal(await _scene.RespondAsync("client-portal", mine, "DESTROYED")));
        Assert.Equal(
            "InvalidInputError (destructionHash): SHA-256 of what was destroyed, 64 hexadecimal digits: with "
            + "DESTROYED.",
            RecallScene.Refusal(await _scene.RespondAsync(
                "client-portal", mine, "DESTROYED", destroyedCopies: 2, destructionHash: "abc")));
        RecallScene.Done(
            await _scene.RespondAsync(
                "client-portal", mine, "DESTROYED", destroyedCopies: 2, destructionHash: new string('A', 64)),
            "recallResponse");

        var kept = Assert.Single(
            await _scene.ResponsesAsync(notice), response => response.RecipientId == client.Id);
        Assert.Equal(
            (RecallResponseState.Destroyed, 2, new string('a', 64), true),
            (kept.State, kept.DestroyedCopies!.Value, kept.DestructionHash, kept.IsSettled));
    }

    [Fact]
    public async Task Who_read_it_is_told_though_no_ledger_names_him_and_no_list_any_more()
    {
        var product = await _scene.ProductAsync("partner-fire");
        await host.DataAsync(
            "partner-fire",
            "query($id: ID!) { product(id: $id) { currentVersion { title { text } } } }",
            new { id = RecallScene.IdOf(product) });
        var person = await _scene.PersonAsync("partner-fire");
        await _scene.LeaveListsAsync(product, person.Id);

        var notice = await _scene.RecalledAsync(product);

        var mine = await _scene.MineAsync("partner-fire", notice);
        Assert.Equal("READ", mine.GetProperty("basis").GetString());
        Assert.False(mine.GetProperty("wasEntitled").GetBoolean());
        var responses = await _scene.ResponsesAsync(notice);
        Assert.Equal(responses.Count, responses.Select(response => response.RecipientId).Distinct().Count());
    }

    [Fact]
    public async Task Only_the_recipient_answers_and_others_cannot_tell_that_there_is_a_response()
    {
        var product = await _scene.ProductAsync("supervisor");
        var person = await _scene.PersonAsync("partner-tribal");
        await _scene.DeliverAsync(product, person: person.Id);
        var notice = await _scene.RecalledAsync(product, "NOTIFY_ONWARD_RECIPIENTS");
        var mine = await _scene.MineAsync("partner-tribal", notice);

        Assert.Equal(
            "NotPermittedError: Whom it is addressed to answers it: of an organization any of its people.",
            RecallScene.Refusal(await _scene.RespondAsync(RecallScene.Supervisor, mine, "ACKNOWLEDGED")));
        Assert.Equal(
            "NotFoundError: There is no response to a recall with this id.",
            RecallScene.Refusal(await _scene.RespondAsync("analyst", mine, "ACKNOWLEDGED")));
        Assert.Equal(
            "NotFoundError: There is no response to a recall with this id.",
            RecallScene.Refusal(await _scene.RespondAsync("analyst-elsewhere", mine, "ACKNOWLEDGED")));
        Assert.Equal(
            "InvalidInputError (state): This is no answer: the notice and the clock make it.",
            RecallScene.Refusal(await _scene.RespondAsync("partner-tribal", mine, "ESCALATED")));
        Assert.Equal(
            "InvalidInputError (forwardedTo): Say whom you told: 1 to 50 names of 1 to 200 characters each.",
            RecallScene.Refusal(await _scene.RespondAsync("partner-tribal", mine, "FORWARDED_NOTIFIED")));
        Assert.Equal(
            "InvalidInputError (note): A text has 1 to 2000 characters, and no control characters.",
            RecallScene.Refusal(await _scene.RespondAsync("partner-tribal", mine, "CANNOT_COMPLY")));
        RecallScene.Done(
            await _scene.RespondAsync(
                "partner-tribal", mine, "FORWARDED_NOTIFIED", forwardedTo: ["Exercise Utility (synthetic)"]),
            "recallResponse");
        Assert.Equal(
            "StateConflictError: It was said that others were told.",
            RecallScene.Refusal(await _scene.RespondAsync(
                "partner-tribal", await _scene.MineAsync("partner-tribal", notice), "ACKNOWLEDGED")));
        Assert.Equal(
            """["Exercise Utility (synthetic)"]""",
            (await _scene.MineAsync("partner-tribal", notice)).GetProperty("forwardedTo").GetRawText());
    }

    [Fact]
    public async Task Progress_is_counted_for_who_oversees_and_without_small_counts_for_other_staff()
    {
        var product = await _scene.ProductAsync("partner-hospital");
        var notice = await _scene.RecalledAsync(product);
        RecallScene.Done(
            await _scene.RespondAsync(
                "partner-hospital", await _scene.MineAsync("partner-hospital", notice), "DESTROYED"),
            "recallResponse");
        const string document = """
            query($id: ID!) {
              recall(id: $id) {
                progress { recipients settled byState { state count } byOrganizationKind { kind recipients settled } }
                responses { totalCount }
              }
            }
            """;
        var responses = await _scene.ResponsesAsync(notice);

        var seen = (await host.DataAsync("supervisor", document, new { id = notice })).GetProperty("recall");
        var progress = seen.GetProperty("progress");
        Assert.Equal(responses.Count, progress.GetProperty("recipients").GetInt32());
        Assert.Equal(1, progress.GetProperty("settled").GetInt32());
        Assert.Equal(
            responses.Count,
            progress.GetProperty("byState").EnumerateArray().Sum(row => row.GetProperty("count").GetInt32()));
        Assert.Equal(
            responses.Count,
            progress.GetProperty("byOrganizationKind").EnumerateArray()
                .Sum(row => row.GetProperty("recipients").GetInt32()));
        Assert.Equal(responses.Count, seen.GetProperty("responses").GetProperty("totalCount").GetInt32());

        var analyst = await host.DataAsync(
            "analyst",
            "query($id: ID!) { recall(id: $id) { progress { settled byState { count } } } }",
            new { id = notice });
        progress = analyst.GetProperty("recall").GetProperty("progress");
        Assert.Equal(JsonValueKind.Null, progress.GetProperty("settled").ValueKind);
        Assert.All(
            progress.GetProperty("byState").EnumerateArray(),
            row => Assert.Equal(JsonValueKind.Null, row.GetProperty("count").ValueKind));
        var own = await host.DataAsync(
            "partner-hospital",
            "query($id: ID!) { recall(id: $id) { responses { totalCount } } }",
            new { id = notice });
        Assert.Equal(
            1, own.GetProperty("recall").GetProperty("responses").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task A_recall_is_closed_when_nobody_is_waited_for()
    {
        var product = await _scene.ProductAsync("supervisor");
        var notice = await _scene.RecalledAsync(product, "STOP_USE", RecallScene.Now.AddDays(2));
        var waiting = (await _scene.ResponsesAsync(notice)).Count;
        Assert.True(waiting > 0);
        Assert.Equal(
            $"StateConflictError: {waiting} of its recipients are still expected to answer.",
            RecallScene.Refusal(await _scene.CloseAsync(RecallScene.Supervisor, notice, 1)));
        Assert.Equal(
            "NotPermittedError: A privacy officer recalls for reasons of privacy, civil rights and civil liberties.",
            RecallScene.Refusal(await _scene.CloseAsync(RecallScene.PrivacyOfficer, notice, 1)));

        await using (var context = host.Module.AccessDatabase.CreateContext())
        {
            var key = NodeIds.KeyOf(notice, "RecallNotice")!.Value;
            await context.Set<RecallResponse>().Where(response => response.NoticeId == key).ExecuteUpdateAsync(
                row => row
                    .SetProperty(r => r.State, RecallResponseState.Acknowledged)
                    .SetProperty(r => r.IsSettled, true)
                    .SetProperty(r => r.Revision, 2),
                Stop);
        }

        Assert.StartsWith(
            "RevisionConflictError: ",
            RecallScene.Refusal(await _scene.CloseAsync(RecallScene.Supervisor, notice, 7)),
            StringComparison.Ordinal);
        var closed = RecallScene.Done(await _scene.CloseAsync(RecallScene.Director, notice, 1), "recallNotice");
        Assert.Equal("CLOSED", closed.GetProperty("state").GetString());
        Assert.Equal(
            "StateConflictError: It is closed.",
            RecallScene.Refusal(await _scene.CloseAsync(RecallScene.Director, notice, 2)));
        const string count = "query($id: ID!, $open: Boolean!) "
            + "{ recalls(openOnly: $open, where: { id: { eq: $id } }) { totalCount nodes { id } } }";
        foreach (var (open, expected) in new[] { (true, 0), (false, 1) })
        {
            var page = (await host.DataAsync("supervisor", count, new { id = notice, open })).GetProperty("recalls");
            Assert.Equal(expected, page.GetProperty("totalCount").GetInt32());
            Assert.Equal(expected, page.GetProperty("nodes").GetArrayLength());
        }
    }

    [Theory]
    [InlineData("UPDATE recall_notices SET message = 'nothing'", "a recall notice stays as it was issued")]
    [InlineData("UPDATE recall_notices SET reason = 'Duplicate', state = 'Closed'", "a recall notice stays as it was")]
    [InlineData("DELETE FROM recall_notices", "recall_notices are kept")]
    [InlineData("DELETE FROM recall_responses", "recall_responses are kept")]
    [InlineData("UPDATE recall_responses SET was_entitled = NOT was_entitled, revision = revision + 1", "forward only")]
    [InlineData("UPDATE recall_responses SET state = 'Seen'", "forward only")]
    [InlineData("UPDATE recall_response_events SET actor_name = 'nobody'", "append-only")]
    [InlineData("DELETE FROM recall_response_events", "append-only")]
    public async Task What_was_said_of_a_recall_cannot_be_changed_at_a_console(string sql, string message)
    {
        await using (var context = host.Module.AccessDatabase.CreateContext())
        {
            if (!await context.Set<RecallResponseEvent>().AnyAsync(Stop))
            {
                var product = await _scene.ProductAsync("partner-water");
                var notice = await _scene.RecalledAsync(product);
                RecallScene.Done(
                    await _scene.RespondAsync(
                        "partner-water", await _scene.MineAsync("partner-water", notice), "SEEN"),
                    "recallResponse");
            }

            var problem = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(
                () => context.Database.ExecuteSqlRawAsync(sql, Stop));
            Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        }
    }
}

public sealed class SqliteRespondToRecallTests(SqliteHost host) : RespondToRecallTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresRespondToRecallTests(PostgresHost host)
    : RespondToRecallTests(host), IClassFixture<PostgresHost>;
