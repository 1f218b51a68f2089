using System.Text.Json;
using GraphApi.Data.Bindings;
using GraphApi.Distribution.Changes;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Lists;
using GraphApi.Distribution.Products;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Lists;

/// <summary>
/// Who puts whom on a list, approves and ends it; that it counts at once; and that nobody learns more by trying.
/// </summary>
public abstract class ListMembersTests(DistributionHost host)
{
    const string Reason = "A synthetic reason, long enough to be kept on record.";
    const string Fields = "id state role revision endedReason sponsor { id } member { ... on Node { id } }";

    static readonly string Fire = NodeIds.Format("Person", NamedPartner.IdOf("partner-fire"));
    static readonly string Hospital = NodeIds.Format("Person", NamedPartner.IdOf("partner-hospital"));
    static readonly string Water = NodeIds.Format("Person", NamedPartner.IdOf("partner-water"));
    static readonly string WaterUtility = NodeIds.Format(
        "Organization", RowIds.Of(RowKind.Organization, (int)NamedOrganization.Water));

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_supervisor_puts_somebody_on_a_list_and_takes_him_off_and_each_counts_at_once()
    {
        var list = await ListAsync(JoinPolicy.InviteOnly);
        Assert.DoesNotContain(list, await ListsOfAsync("partner-fire"));
        var before = await StandingAsync(list);
        var changes = await ChangesAsync();

        var added = Done(await AddAsync("supervisor", list, Fire));
        Assert.Equal(("ACTIVE", "MEMBER", 1), (Text(added, "state"), Text(added, "role"), RevisionOf(added)));
        Assert.Contains(list, await ListsOfAsync("partner-fire"));
        Assert.Equal(before with { Members = 1 }, await StandingAsync(list));
        Assert.Equal(changes + 1, await ChangesAsync());

        var again = Done(await AddAsync("director", list, Fire));
        Assert.Equal((Text(added, "id"), 1), (Text(again, "id"), RevisionOf(again)));

        var ended = Done(await EndAsync("supervisor", added));
        Assert.Equal(("REMOVED", Reason, 2), (Text(ended, "state"), Text(ended, "endedReason"), RevisionOf(ended)));
        Assert.DoesNotContain(list, await ListsOfAsync("partner-fire"));
        Assert.Equal(before, await StandingAsync(list));

        Assert.Equal(
            "StateConflictError: The membership is over already.", Refusal(await EndAsync("supervisor", ended)));
        var back = Done(await AddAsync("supervisor", list, Fire, role: "OBSERVER"));
        Assert.Equal(
            (Text(added, "id"), "ACTIVE", "OBSERVER", 3),
            (Text(back, "id"), Text(back, "state"), Text(back, "role"), RevisionOf(back)));
        Assert.Equal(
            "StateConflictError: The member is on the list as something else: end that first.",
            Refusal(await AddAsync("supervisor", list, Fire)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_persons_put_somebody_on_a_list_that_carries_more(bool isLes)
    {
        var list = await ListAsync(JoinPolicy.InviteOnly, isLes ? Tlp.Amber : Tlp.AmberStrict, isLes);

        var put = Done(await AddAsync("supervisor", list, Fire));
        Assert.Equal("VETTING", Text(put, "state"));
        Assert.DoesNotContain(list, await ListsOfAsync("partner-fire"));
        Assert.Equal(0, (await StandingAsync(list)).Members);
        Assert.Equal(1, RevisionOf(Done(await AddAsync("supervisor", list, Fire))));

        Assert.Equal(
            "SeparationOfDutyError: You put the member forward: somebody else has to approve.",
            Refusal(await ApproveAsync("supervisor", put)));
        Assert.StartsWith(
            "RevisionConflictError", Refusal(await ApproveAsync("director", put, revision: 7)), StringComparison.Ordinal);
        Assert.Equal("ACTIVE", Text(Done(await ApproveAsync("director", put)), "state"));
        Assert.Contains(list, await ListsOfAsync("partner-fire"));
        Assert.Equal(
            "StateConflictError: The membership does not wait for a decision.",
            Refusal(await ApproveAsync("director", put, revision: 2)));
    }

    [Fact]
    public async Task A_partner_joins_an_open_list_and_does_not_come_back_where_he_was_removed()
    {
        var list = await ListAsync(JoinPolicy.OpenToVetted);

        var joined = Done(await AddAsync("partner-fire", list, Fire));
        Assert.Equal(("ACTIVE", JsonValueKind.Null), (Text(joined, "state"), joined.GetProperty("sponsor").ValueKind));
        Assert.Contains(list, await ListsOfAsync("partner-fire"));

        var left = Done(await EndAsync("partner-fire", joined));
        Assert.Equal("WITHDRAWN", Text(left, "state"));
        var back = Done(await AddAsync("partner-fire", list, Fire));
        Assert.Equal("ACTIVE", Text(back, "state"));

        Done(await EndAsync("supervisor", back));
        Assert.Equal("REQUESTED", Text(Done(await AddAsync("partner-fire", list, Fire)), "state"));
        Assert.DoesNotContain(list, await ListsOfAsync("partner-fire"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_was_removed_or_declined_is_not_let_in_by_withdrawing_what_he_asks_for(bool isDeclined)
    {
        var list = await ListAsync(JoinPolicy.OpenToVetted);
        Done(await EndAsync("supervisor", Done(await AddAsync("partner-fire", list, Fire))));
        for (var i = 0; i < 2; i++)
        {
            var asked = Done(await AddAsync("partner-fire", list, Fire));
            Assert.Equal("REQUESTED", Text(asked, "state"));
            if (isDeclined)
            {
                Assert.Equal("DECLINED", Text(Done(await EndAsync("director", asked)), "state"));
                asked = Done(await AddAsync("partner-fire", list, Fire));
            }

            Assert.Equal("WITHDRAWN", Text(Done(await EndAsync("partner-fire", asked)), "state"));
        }

        Assert.Equal("REQUESTED", Text(Done(await AddAsync("partner-fire", list, Fire)), "state"));
        Assert.DoesNotContain(list, await ListsOfAsync("partner-fire"));
    }

    [Theory]
    [InlineData("suspended", "REMOVED")]
    [InlineData("past its end", "EXPIRED")]
    [InlineData("not confirmed in time", "EXPIRED")]
    public async Task Who_is_suspended_or_ran_out_does_not_come_back_by_himself(string standing, string end)
    {
        foreach (var leaves in new[] { true, false })
        {
            var list = await ListAsync(JoinPolicy.OpenToVetted);
            var joined = Done(await AddAsync("partner-fire", list, Fire));
            Assert.Equal(1, await SetAsync(standing, Text(joined, "id")!));

            if (leaves)
            {
                Assert.Equal(end, Text(Done(await EndAsync("partner-fire", joined)), "state"));
            }
            else if (end == "REMOVED")
            {
                Assert.Equal(
                    "StateConflictError: The membership is suspended.",
                    Refusal(await AddAsync("partner-fire", list, Fire)));
                continue;
            }

            Assert.Equal("REQUESTED", Text(Done(await AddAsync("partner-fire", list, Fire)), "state"));
            Assert.DoesNotContain(list, await ListsOfAsync("partner-fire"));
        }
    }

    [Fact]
    public async Task A_supervisor_of_another_center_is_told_of_no_list_and_no_membership()
    {
        var list = await ListAsync(JoinPolicy.OpenToVetted, center: 1);
        var joined = await SeedMembershipAsync(list, "partner-fire");

        var missing = NodeIds.Format("DistributionList", Guid.NewGuid());
        foreach (var member in new[] { Fire, Water, WaterUtility })
        {
            Assert.Equal(
                (await AddAsync("supervisor", missing, member)).GetRawText(),
                (await AddAsync("supervisor", list, member)).GetRawText());
        }

        foreach (var mutation in new[] { "approveListMembership", "endListMembership" })
        {
            Assert.Equal(
                (await StepAsync("supervisor", mutation, NodeIds.Format("ListMembership", Guid.NewGuid()), 1))
                    .GetRawText(),
                (await StepAsync("supervisor", mutation, joined, 1)).GetRawText());
        }

        await using var context = host.Module.AccessDatabase.CreateContext();
        var id = NodeIds.KeyOf(list, "DistributionList");
        var kept = await context.Set<ListMembership>().SingleAsync(row => row.ListId == id, Cancellation);
        Assert.Equal((MembershipState.Active, 1), (kept.State, kept.Revision));
    }

    [Fact]
    public async Task A_partner_asks_for_a_list_on_request_and_one_or_two_decide()
    {
        foreach (var (ceiling, decisions) in new[] { (Tlp.Green, 1), (Tlp.Red, 2) })
        {
            var list = await ListAsync(JoinPolicy.Request, ceiling);
            var asked = Done(await AddAsync("partner-fire", list, Fire));
            Assert.Equal("REQUESTED", Text(asked, "state"));
            Assert.Equal(
                "NotPermittedError: This is for the list's managers, and for list managers, supervisors and directors "
                + "of its center.",
                Refusal(await ApproveAsync("partner-fire", asked)));
            Assert.Equal(
                "StateConflictError: The membership waits for a decision: approve it, or end it.",
                Refusal(await AddAsync("supervisor", list, Fire)));

            var first = Done(await ApproveAsync("supervisor", asked));
            Assert.Equal(decisions == 1 ? "ACTIVE" : "VETTING", Text(first, "state"));
            if (decisions == 2)
            {
                Assert.StartsWith(
                    "SeparationOfDutyError", Refusal(await ApproveAsync("supervisor", first)), StringComparison.Ordinal);
                Assert.Equal("ACTIVE", Text(Done(await ApproveAsync("director", first)), "state"));
            }

            Assert.Contains(list, await ListsOfAsync("partner-fire"));
        }
    }

    [Fact]
    public async Task Who_waits_is_declined_and_is_told_why()
    {
        var list = await ListAsync(JoinPolicy.Request);
        var asked = Done(await AddAsync("partner-fire", list, Fire));

        Assert.Equal("DECLINED", Text(Done(await EndAsync("director", asked)), "state"));

        var own = await host.DataAsync(
            "partner-fire", "query($id: ID!) { node(id: $id) { ... on ListMembership { state endedReason } } }", new
            {
                id = Text(asked, "id"),
            });
        Assert.Equal(
            ("DECLINED", Reason), (Text(own.GetProperty("node"), "state"), Text(own.GetProperty("node"), "endedReason")));
    }

    [Fact]
    public async Task A_manager_of_the_list_manages_it_and_nothing_else()
    {
        var list = await ListAsync(JoinPolicy.InviteOnly);
        var other = await ListAsync(JoinPolicy.InviteOnly);
        Done(await AddAsync("supervisor", list, Fire, role: "MANAGER"));
        var water = Done(await AddAsync("supervisor", list, Water));

        Assert.Equal(
            "SeparationOfDutyError: Nobody decides on his own membership: somebody else has to.",
            Refusal(await AddAsync("partner-fire", list, Fire)));
        Assert.Equal("NotFoundError: There is no list with this id.", Refusal(await AddAsync("partner-fire", other, Fire)));
        // He may not know of the people of other organizations.
        Assert.Equal(
            "NotFoundError: There is no member with this id.", Refusal(await AddAsync("partner-fire", list, Hospital)));
        Assert.Equal("REMOVED", Text(Done(await EndAsync("partner-fire", water)), "state"));
    }

    [Fact]
    public async Task Who_manages_a_list_by_being_on_it_makes_nobody_else_its_manager()
    {
        const string refusal =
            "NotPermittedError: Managers of a list are named by list managers, supervisors and directors of its center.";
        var list = await ListAsync(JoinPolicy.InviteOnly, Tlp.Red);
        Done(await ApproveAsync("director", Done(await AddAsync("supervisor", list, Fire, role: "MANAGER"))));
        var water = Done(await AddAsync("supervisor", list, Water, role: "MANAGER"));

        Assert.Equal(refusal, Refusal(await ApproveAsync("partner-fire", water)));
        // Neither whom he may not know of: that is not told before.
        Assert.Equal(refusal, Refusal(await AddAsync("partner-fire", list, Hospital, role: "MANAGER")));
        Assert.Equal("ACTIVE", Text(Done(await ApproveAsync("director", water)), "state"));
        Assert.Equal("REMOVED", Text(Done(await EndAsync("partner-fire", water, revision: 2)), "state"));
    }

    [Fact]
    public async Task An_organization_is_put_on_a_list_and_its_people_receive_by_it()
    {
        var list = await ListAsync(JoinPolicy.InviteOnly);
        var added = Done(await AddAsync("director", list, WaterUtility));
        Assert.Contains(list, await ListsOfAsync("partner-water"));

        // One of its people sees the membership, and is not its liaison.
        Assert.StartsWith(
            "NotPermittedError", Refusal(await EndAsync("partner-water", added)), StringComparison.Ordinal);
        Done(await EndAsync("director", added));
        Assert.DoesNotContain(list, await ListsOfAsync("partner-water"));
    }

    [Theory]
    [InlineData(null, "AUTH_NOT_AUTHENTICATED")]
    [InlineData("analyst", "AUTH_NOT_AUTHORIZED")]
    [InlineData("privacy-officer", "AUTH_NOT_AUTHORIZED")]
    [InlineData("liaison", "AUTH_NOT_AUTHORIZED")]
    [InlineData("administrator, stepped up", "AUTH_NOT_AUTHORIZED")]
    [InlineData("auditor, stepped up", "AUTH_NOT_AUTHORIZED")]
    [InlineData("client-hsin", "AUTH_NOT_AUTHORIZED")]
    public async Task It_is_nobody_elses(string? principal, string code)
    {
        var list = await ListAsync(JoinPolicy.OpenToVetted);
        var response = await host.ExecuteAsync(principal, AddDocument, AddInput(list, Fire));
        Assert.Equal(
            code, response.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal(0, (await StandingAsync(list)).Members);
    }

    [Fact]
    public async Task What_is_hidden_is_what_is_missing_and_others_are_not_his_to_put_on_a_list()
    {
        var hidden = await ListAsync(JoinPolicy.InviteOnly);
        var open = await ListAsync(JoinPolicy.OpenToVetted);
        var missing = NodeIds.Format("DistributionList", Guid.NewGuid());
        Assert.Equal(
            (await AddAsync("partner-fire", missing, Fire)).GetRawText(),
            (await AddAsync("partner-fire", hidden, Fire)).GetRawText());

        var stranger = NodeIds.Format("Person", Guid.NewGuid());
        Assert.Equal(
            (await AddAsync("partner-fire", open, stranger)).GetRawText(),
            (await AddAsync("partner-fire", open, Water)).GetRawText());

        var membership = Done(await AddAsync("supervisor", hidden, Water));
        foreach (var mutation in new[] { "approveListMembership", "endListMembership" })
        {
            var nothing = NodeIds.Format("ListMembership", Guid.NewGuid());
            Assert.Equal(
                (await StepAsync("partner-fire", mutation, nothing, 1)).GetRawText(),
                (await StepAsync("partner-fire", mutation, Text(membership, "id")!, 1)).GetRawText());
        }

        // A partner makes no manager of himself.
        Assert.Equal(
            "NotPermittedError: Who joins by himself is a member.",
            Refusal(await AddAsync("partner-fire", open, Fire, role: "MANAGER")));
    }

    [Fact]
    public async Task Who_can_receive_nothing_is_put_on_no_list_and_none_that_is_not_in_use_takes_anybody()
    {
        var list = await ListAsync(JoinPolicy.InviteOnly);
        foreach (var (person, error) in new[]
        {
            ("partner-lapsed", "The member is not active, or without an agreement that holds."),
            ("partner-suspended", "The member is not active, or without an agreement that holds."),
        })
        {
            Assert.Equal(
                $"StateConflictError: {error}",
                Refusal(await AddAsync("supervisor", list, NodeIds.Format("Person", NamedPartner.IdOf(person)))));
        }

        foreach (var (kind, state, error) in new[]
        {
            (DistributionListKind.Static, DistributionListState.Suspended, "The list is not in use."),
            (DistributionListKind.RuleBased, DistributionListState.Active,
                "The list gets its members by a rule, and nobody chooses them."),
        })
        {
            await using var context = host.Module.AccessDatabase.CreateContext();
            var id = NodeIds.KeyOf(list, "DistributionList");
            await context.Set<DistributionList>().Where(row => row.Id == id).ExecuteUpdateAsync(
                row => row.SetProperty(l => l.Kind, kind).SetProperty(l => l.State, state), Cancellation);
            Assert.Equal($"StateConflictError: {error}", Refusal(await AddAsync("supervisor", list, Fire)));
        }

        Assert.Equal(0, (await StandingAsync(list)).Members);
    }

    [Theory]
    [InlineData("", null, "basis")]
    [InlineData("  ", null, "basis")]
    [InlineData("two\nlines", null, "basis")]
    [InlineData("A basis", "2001-01-01T00:00:00Z", "expiresAt")]
    [InlineData("A basis", "2101-01-01T00:00:00Z", "expiresAt")]
    public async Task An_input_that_cannot_be_used_is_named(string basis, string? expiresAt, string field)
    {
        var list = await ListAsync(JoinPolicy.InviteOnly);
        var payload = (await host.DataAsync("supervisor", AddDocument, new
        {
            list,
            member = Fire,
            basis,
            role = "MEMBER",
            expiresAt,
        })).GetProperty("addListMember");
        Assert.Equal(field, payload.GetProperty("errors")[0].GetProperty("field").GetString());
    }

    [Fact]
    public async Task Of_many_who_add_the_same_at_once_there_is_one_membership()
    {
        var list = await ListAsync(JoinPolicy.OpenToVetted);

        var payloads = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => RunAsync()));

        Assert.Single(payloads.Select(payload => Text(Done(payload), "id")).Distinct());
        Assert.Equal(1, (await StandingAsync(list)).Members);
        async Task<JsonElement> RunAsync() => (await AddAsync("partner-fire", list, Fire)).Clone();
    }

    const string AddDocument = $$"""
        mutation($list: ID!, $member: ID!, $basis: PlainText!, $role: MembershipRole!, $expiresAt: DateTime) {
          addListMember(input: {
            list: $list, member: $member, basis: $basis, role: $role, expiresAt: $expiresAt
          }) {
            listMembership { {{Fields}} }
            errors { __typename ... on Error { message } ... on InvalidInputError { field } }
          }
        }
        """;

    static object AddInput(string list, string member, string role = "MEMBER") =>
        new { list, member, basis = "A partner of the center (synthetic)", role };

    async Task<JsonElement> AddAsync(string principal, string list, string member, string role = "MEMBER") =>
        (await host.DataAsync(principal, AddDocument, AddInput(list, member, role))).GetProperty("addListMember");

    Task<JsonElement> ApproveAsync(string principal, JsonElement membership, int? revision = null) => StepAsync(
        principal, "approveListMembership", Text(membership, "id")!, revision ?? RevisionOf(membership));

    Task<JsonElement> EndAsync(string principal, JsonElement membership, int? revision = null) => StepAsync(
        principal, "endListMembership", Text(membership, "id")!, revision ?? RevisionOf(membership));

    async Task<JsonElement> StepAsync(string principal, string mutation, string id, int revision)
    {
        var reason = mutation == "endListMembership" ? $", reason: \"{Reason}\"" : "";
        var data = await host.DataAsync(
            principal,
            $$"""
            mutation($id: ID!, $revision: Int!) {
              {{mutation}}(input: { id: $id, revision: $revision{{reason}} }) {
                listMembership { {{Fields}} }
                errors { __typename ... on Error { message } }
              }
            }
            """,
            new { id, revision });
        return data.GetProperty(mutation);
    }

    async Task<int> SetAsync(string standing, string membership)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        var id = NodeIds.KeyOf(membership, "ListMembership");
        var rows = context.Set<ListMembership>().Where(row => row.Id == id);
        var past = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        return standing switch
        {
            "suspended" => await rows.ExecuteUpdateAsync(
                row => row.SetProperty(m => m.State, MembershipState.Suspended), Cancellation),
            "past its end" => await rows.ExecuteUpdateAsync(
                row => row.SetProperty(m => m.ExpiresAt, past), Cancellation),
            _ => await rows.ExecuteUpdateAsync(
                row => row.SetProperty(m => m.RecertifyBy, DateOnly.FromDateTime(past)), Cancellation),
        };
    }

    /// <summary>A membership in force that nobody asked for.</summary>
    async Task<string> SeedMembershipAsync(string list, string partner)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        var membership = new ListMembership
        {
            Id = Guid.NewGuid(),
            ListId = NodeIds.KeyOf(list, "DistributionList")!.Value,
            CenterId = RowIds.Center(1),
            PersonId = NamedPartner.IdOf(partner),
            Role = MembershipRole.Member,
            State = MembershipState.Active,
            Basis = "A partner of the other center (synthetic)",
            RequestedAt = DateTime.UnixEpoch,
            GrantedAt = DateTime.UnixEpoch,
            Revision = 1,
            CreatedAt = DateTime.UnixEpoch,
            UpdatedAt = DateTime.UnixEpoch,
        };
        context.Add(membership);
        await context.SaveChangesAsync(Cancellation);
        return NodeIds.Format("ListMembership", membership.Id);
    }

    async Task<string> ListAsync(JoinPolicy policy, Tlp ceiling = Tlp.Amber, bool isLes = false, int center = 0)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        var list = new DistributionList
        {
            Id = Guid.NewGuid(),
            Name = $"Members {Guid.NewGuid():N} (synthetic)",
            OwnerId = RowIds.Center(center),
            Purpose = "To be changed (synthetic).",
            Kind = DistributionListKind.Static,
            TlpCeiling = ceiling,
            CeilingSensitivities = isLes ? [Sensitivity.Les] : [],
            ProductTypes = [],
            JoinPolicy = policy,
            MembershipVisibility = MembershipVisibility.OwnerOnly,
            RecertifyEveryDays = 365,
            State = DistributionListState.Active,
            CreatedAt = DateTime.UnixEpoch,
            UpdatedAt = DateTime.UnixEpoch,
        };
        context.Add(list);
        await context.SaveChangesAsync(Cancellation);
        return NodeIds.Format("DistributionList", list.Id);
    }

    async Task<List<string>> ListsOfAsync(string principal) =>
    [
        .. (await host.DataAsync(principal, "{ me { lists { id } } }")).GetProperty("me").GetProperty("lists")
            .EnumerateArray().Select(list => list.GetProperty("id").GetString()!),
    ];

    /// <summary>What a list shows of itself: what others could notice.</summary>
    async Task<Standing> StandingAsync(string list)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        var id = NodeIds.KeyOf(list, "DistributionList");
        return await context.Set<DistributionList>().Where(row => row.Id == id)
            .Select(row => new Standing(row.MemberCount, row.Revision, row.UpdatedAt))
            .SingleAsync(Cancellation);
    }

    async Task<int> ChangesAsync()
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        return await context.Set<Change>().CountAsync(change => change.Kind == null, Cancellation);
    }

    static JsonElement Done(JsonElement payload)
    {
        Assert.Equal(JsonValueKind.Null, payload.GetProperty("errors").ValueKind);
        return payload.GetProperty("listMembership");
    }

    static string Refusal(JsonElement payload)
    {
        Assert.Equal(JsonValueKind.Null, payload.GetProperty("listMembership").ValueKind);
        var error = Assert.Single(payload.GetProperty("errors").EnumerateArray());
        return $"{error.GetProperty("__typename").GetString()}: {error.GetProperty("message").GetString()}";
    }

    static string? Text(JsonElement row, string field) => row.GetProperty(field).GetString();

    static int RevisionOf(JsonElement row) => row.GetProperty("revision").GetInt32();

    sealed record Standing(int Members, int Revision, DateTime UpdatedAt);
}

public sealed class SqliteListMembersTests(SqliteHost host) : ListMembersTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresListMembersTests(PostgresHost host) : ListMembersTests(host), IClassFixture<PostgresHost>;
