using System.Text.Json;
using GraphApi.Data.Bindings;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Recalls;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Recalls;

/// <summary>
/// Who tries to answer a recall that is not his to answer, or not any more, or once too often.
/// </summary>
public abstract class ForeignAnswersTests(DistributionHost host)
{
    const string NotFound = "NotFoundError: There is no response to a recall with this id.";
    const string NotHis =
        "NotPermittedError: Whom it is addressed to answers it: of an organization any of its people.";

    readonly RecallScene _scene = new(host);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("partner-fire")]
    [InlineData("partner-hospital")]
    [InlineData("client-isac")]
    [InlineData("client-portal")]
    [InlineData("analyst-elsewhere")]
    [InlineData("analyst")]
    public async Task To_who_received_nothing_the_answers_of_others_are_as_if_they_were_not_there(string who)
    {
        var response = await RecalledAsync(organization: "partner-water");
        foreach (var state in new[] { "ACKNOWLEDGED", "NOTIFIED", "CANNOT_COMPLY" })
        {
            Assert.Equal(
                await RespondAsync(who, Guid.NewGuid(), 1, state), await RespondAsync(who, response, 1, state));
            Assert.Equal(
                await RespondAsync(who, Guid.NewGuid(), 1, state), await RespondAsync(who, response, 7, state));
        }

        Assert.Equal(RecallResponseState.Notified, (await ReadAsync(response)).State);
    }

    [Fact]
    public async Task A_client_does_not_answer_for_its_organization_nor_a_person_for_its_client()
    {
        var client = await _scene.ClientAsync("client-isac");
        var ofOrganization = await RecalledAsync(organizationId: client.OrganizationId);
        Assert.Equal(NotFound, await RefusalAsync("client-isac", ofOrganization, 1, "ACKNOWLEDGED"));
        var ofClient = await RecalledAsync(clientId: client.Id);
        Assert.Equal(NotFound, await RefusalAsync("partner-isac", ofClient, 1, "ACKNOWLEDGED"));
    }

    [Fact]
    public async Task A_liaison_sees_what_his_people_answer_and_answers_for_none_of_them()
    {
        var tribal = await _scene.PersonAsync("partner-tribal");
        var response = await RecalledAsync(personId: tribal.Id);
        await EmployedAsync("partner-energy", tribal.OrganizationId!.Value, async claims =>
        {
            var payload = await host.DataAsAsync(
                claims,
                "mutation($input: RespondToRecallInput!) { respondToRecall(input: $input) "
                    + "{ errors { __typename ... on Error { message } } } }",
                new { input = InputOf(response, 1, "ACKNOWLEDGED") });
            Assert.Equal(NotHis, RecallScene.Refusal(payload.GetProperty("respondToRecall")));
        });
        Assert.Equal(RecallResponseState.Notified, (await ReadAsync(response)).State);
    }

    [Fact]
    public async Task An_officer_records_as_long_as_he_is_assigned_to_the_organization()
    {
        var water = await _scene.PersonAsync("partner-water");
        var response = await RecalledAsync(personId: water.Id);
        await using (var context = host.Module.AccessDatabase.CreateContext())
        {
            var officer = (await _scene.PersonAsync("liaison")).Id;
            await context.Set<LiaisonAssignment>().Where(row => row.PersonId == officer).ExecuteDeleteAsync(Stop);
        }

        var assignment = await AssignAsync("liaison", water.OrganizationId!.Value);
        await AssignAsync("liaison", (await _scene.PersonAsync("partner-fire")).OrganizationId!.Value);
        RecallScene.Done(await RecordAsync("liaison", response, 1, "SEEN"), "recallResponse");
        await using (var context = host.Module.AccessDatabase.CreateContext())
        {
            var today = DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime);
            await context.Set<LiaisonAssignment>().Where(row => row.Id == assignment)
                .ExecuteUpdateAsync(row => row.SetProperty(a => a.EndsOn, today), Stop);
        }

        host.Module.Viewers.Forget();
        Assert.Equal(
            NotFound, RecallScene.Refusal(await RecordAsync("liaison", response, 2, "ACKNOWLEDGED")));
        Assert.Equal(RecallResponseState.Seen, (await ReadAsync(response)).State);
    }

    [Theory]
    [InlineData("partner-suspended")]
    [InlineData("client-suspended")]
    public async Task Who_cannot_sign_in_answers_nothing(string who)
    {
        var response = who == "partner-suspended"
            ? await RecalledAsync(personId: (await _scene.PersonAsync(who)).Id)
            : await RecalledAsync(clientId: (await _scene.ClientAsync(who)).Id);
        Assert.Equal(
            await RespondAsync(who, Guid.NewGuid(), 1, "ACKNOWLEDGED"),
            await RespondAsync(who, response, 1, "ACKNOWLEDGED"));
        Assert.Contains(
            "AUTH_NOT_AUTHENTICATED", await RespondAsync(who, response, 1, "ACKNOWLEDGED"), StringComparison.Ordinal);
        Assert.Equal(RecallResponseState.Notified, (await ReadAsync(response)).State);
    }

    [Fact]
    public async Task The_same_answer_twice_is_refused_the_second_time_and_kept_once()
    {
        var response = await RecalledAsync(organization: "partner-business");
        Assert.Equal("", await RefusalAsync("partner-business", response, 1, "ACKNOWLEDGED"));
        Assert.Equal(
            "StateConflictError: It was acknowledged.",
            await RefusalAsync("partner-non-us", response, 1, "ACKNOWLEDGED"));
        Assert.StartsWith(
            "RevisionConflictError: ",
            await RefusalAsync("partner-non-us", response, 1, "DESTROYED"),
            StringComparison.Ordinal);
        Assert.Equal("", await RefusalAsync("partner-non-us", response, 2, "DESTROYED"));
        foreach (var back in new[] { "SEEN", "ACKNOWLEDGED", "CANNOT_COMPLY", "DESTROYED", "REPLACED" })
        {
            Assert.Equal(
                "StateConflictError: It was said that every copy was destroyed.",
                await RefusalAsync("partner-business", response, 3, back, "Another answer (synthetic)."));
        }

        await using var context = host.Module.AccessDatabase.CreateContext();
        Assert.Equal(
            [(2, RecallResponseState.Acknowledged), (3, RecallResponseState.Destroyed)],
            (await context.Set<RecallResponseEvent>().Where(answer => answer.ResponseId == response)
                .OrderBy(answer => answer.Revision).ToListAsync(Stop))
            .Select(answer => (answer.Revision, answer.State)));
    }

    [Fact]
    public async Task Of_many_answers_at_once_one_is_kept()
    {
        var response = await RecalledAsync(organization: "partner-business");
        var refusals = await Task.WhenAll(Enumerable.Range(0, 8).Select(place => Task.Run(
            () => RefusalAsync(place % 2 == 0 ? "partner-business" : "partner-non-us", response, 1, "ACKNOWLEDGED"),
            Stop)));
        Assert.Single(refusals, refusal => refusal.Length == 0);
        Assert.Equal(2, (await ReadAsync(response)).Revision);
    }

    [Fact]
    public async Task Who_is_late_answers_and_so_does_who_finds_another_copy_when_the_recall_is_closed()
    {
        var product = await _scene.ProductAsync("supervisor");
        await _scene.CloseListsAsync(product);
        var person = await _scene.PersonAsync("partner-tribal");
        await _scene.DeliverAsync(product, person: person.Id);
        var notice = await _scene.RecalledAsync(
            product, respondBy: host.Clock.GetUtcNow().UtcDateTime.AddHours(1), action: "NOTIFY_ONWARD_RECIPIENTS");
        var response = Assert.Single(await _scene.ResponsesAsync(notice)).Id;

        // What he did is not forgotten when he is late with what was asked for.
        Assert.Equal("", await RefusalAsync("partner-tribal", response, 1, "DESTROYED"));
        host.Clock.Ahead += TimeSpan.FromHours(2);
        await host.Module.RunDueAsync(Stop);
        host.Clock.Ahead -= TimeSpan.FromHours(2);
        var late = await ReadAsync(response);
        Assert.Equal((RecallResponseState.Escalated, 3, false), (late.State, late.Revision, late.IsSettled));
        Assert.True(RecallSteps.Leads(RecallResponseState.Destroyed, late.State));
        Assert.Equal("", await RefusalAsync("partner-tribal", response, 3, "CANNOT_COMPLY", "Nobody is known."));

        RecallScene.Done(await _scene.CloseAsync(RecallScene.Supervisor, notice, 1), "recallNotice");
        Assert.Equal(
            "", await RefusalAsync("partner-tribal", response, 4, "FORWARDED_NOTIFIED", forwardedTo: ["A utility"]));
        Assert.Equal(
            (RecallResponseState.ForwardedNotified, true),
            ((await ReadAsync(response)).State, (await ReadAsync(response)).IsSettled));
    }

    /// <summary>Has staff of the center look after an organization; returns the id of the assignment.</summary>
    async Task<Guid> AssignAsync(string who, Guid organization)
    {
        var id = Guid.NewGuid();
        await using var context = host.Module.AccessDatabase.CreateContext();
        context.Add(new LiaisonAssignment
        {
            Id = id,
            Kind = LiaisonKind.FusionLiaisonOfficer,
            PersonId = (await _scene.PersonAsync(who)).Id,
            CenterId = RowIds.Center(0),
            OrganizationId = organization,
            State = LiaisonState.Active,
            StartsOn = DateOnly.FromDateTime(RecallScene.Now.AddDays(-1)),
            CreatedAt = RecallScene.Now,
            UpdatedAt = RecallScene.Now,
        });
        await context.SaveChangesAsync(Stop);
        host.Module.Viewers.Forget();
        return id;
    }

    /// <summary>A recall of what only one recipient has, and his response.</summary>
    async Task<Guid> RecalledAsync(
        string? organization = null, Guid? organizationId = null, Guid? personId = null, Guid? clientId = null)
    {
        var product = await _scene.ProductAsync("supervisor");
        await _scene.CloseListsAsync(product);
        organizationId ??= organization is null ? null : (await _scene.PersonAsync(organization)).OrganizationId;
        await _scene.DeliverAsync(product, personId, organizationId, clientId);
        var notice = await _scene.RecalledAsync(product);
        var recipient = personId ?? organizationId ?? clientId;
        return Assert.Single(await _scene.ResponsesAsync(notice), row => row.RecipientId == recipient).Id;
    }

    /// <summary>What somebody is told as an employee and liaison of an organization.</summary>
    async Task EmployedAsync(
        string who, Guid organization, Func<System.Security.Claims.ClaimsPrincipal, Task> then)
    {
        var person = await _scene.LiaisonAsync(who, organization);
        await SetAsync(organization);
        try
        {
            var claims = DistributionHost.PrincipalOf(who)!.Claims
                .Where(claim => claim.Type != Distribution.Access.ClaimNames.OrganizationId)
                .Append(new(Distribution.Access.ClaimNames.OrganizationId, organization.ToString()));
            await then(new(new System.Security.Claims.ClaimsIdentity(claims, "test")));
        }
        finally
        {
            await SetAsync(person.OrganizationId);
        }

        async Task SetAsync(Guid? employer)
        {
            await using var context = host.Module.AccessDatabase.CreateContext();
            await context.Set<Person>().Where(row => row.Id == person.Id)
                .ExecuteUpdateAsync(row => row.SetProperty(p => p.OrganizationId, employer), Stop);
            host.Module.Viewers.Forget();
        }
    }

    async Task<RecallResponse> ReadAsync(Guid response)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        return await context.Set<RecallResponse>().SingleAsync(row => row.Id == response, Stop);
    }

    static object InputOf(
        Guid response, int revision, string state, string? note = null, string[]? forwardedTo = null) =>
        new { id = NodeIds.Format("RecallResponse", response), revision, state, note, forwardedTo };

    /// <summary>The whole response of the server, as text.</summary>
    async Task<string> RespondAsync(string who, Guid response, int revision, string state) =>
        (await host.ExecuteAsync(
            who,
            "mutation($input: RespondToRecallInput!) { respondToRecall(input: $input) "
                + "{ recallResponse { state } errors { __typename ... on Error { message } } } }",
            new { input = InputOf(response, revision, state) })).GetRawText();

    /// <summary>Why an answer is refused; empty: it is not.</summary>
    async Task<string> RefusalAsync(
        string who, Guid response, int revision, string state, string? note = null, string[]? forwardedTo = null)
    {
        var payload = await _scene.MutateAsync(
            who, "respondToRecall", "recallResponse { state }", InputOf(response, revision, state, note, forwardedTo));
        return payload.GetProperty("errors").ValueKind == JsonValueKind.Null ? "" : RecallScene.Refusal(payload);
    }

    Task<JsonElement> RecordAsync(string who, Guid response, int revision, string state) => _scene.MutateAsync(
        who,
        "recordRecallResponse",
        "recallResponse { state }",
        new
        {
            id = NodeIds.Format("RecallResponse", response),
            revision,
            state,
            toldBy = "Exercise Duty Desk (synthetic)",
            toldAt = host.Clock.GetUtcNow().UtcDateTime,
            means = "TELEPHONE",
        });
}

public sealed class SqliteForeignAnswersTests(SqliteHost host) : ForeignAnswersTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresForeignAnswersTests(PostgresHost host)
    : ForeignAnswersTests(host), IClassFixture<PostgresHost>;
