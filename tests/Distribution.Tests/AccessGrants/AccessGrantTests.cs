using System.Text.Json;
using GraphApi.Data.Bindings;
using GraphApi.Distribution.AccessGrants;
using GraphApi.Distribution.Partners;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.AccessGrants;

/// <summary>Break-glass and audit cases, from the request to the end, and what an opponent would try.</summary>
public abstract class AccessGrantTests(DistributionHost host)
{
    readonly GrantScene _scene = new(host);

    [Fact]
    public async Task Break_glass_opens_one_product_with_all_its_portions_to_one_person_until_it_ends()
    {
        var products = await _scene.ProductsAsync(2);
        var (id, other) = (products[0], products[1]);
        Assert.Equal("", await _scene.ReadAsync(GrantScene.Administrator, id));

        var asked = GrantScene.Grant(await _scene.RequestAsync(
            GrantScene.Administrator, "BREAK_GLASS", new { product = GrantScene.IdOf(id) }, minutes: 240));
        Assert.Equal("REQUESTED", asked.GetProperty("state").GetString());
        Assert.Equal("", await _scene.ReadAsync(GrantScene.Administrator, id));

        var open = GrantScene.Grant(await _scene.StepAsync(GrantScene.Supervisor, "approveAccessGrant", asked));
        Assert.Equal("OPEN", open.GetProperty("state").GetString());
        Assert.Equal(2, open.GetProperty("revision").GetInt32());

        // As the center's own staff read it, and nothing else.
        Assert.Equal(await _scene.ReadAsync("analyst", id), await _scene.ReadAsync(GrantScene.Administrator, id));
        Assert.Equal("", await _scene.ReadAsync(GrantScene.Administrator, other));
        Assert.Equal("", await _scene.ReadAsync(GrantScene.Auditor, id));
        Assert.Equal("", await _scene.ReadAsync("administrator", id));

        var ended = GrantScene.Grant(await _scene.StepAsync(GrantScene.PrivacyOfficer, "endAccessGrant", open));
        Assert.Equal("ENDED", ended.GetProperty("state").GetString());
        Assert.Equal("", await _scene.ReadAsync(GrantScene.Administrator, id));
        Assert.Equal(
            [AccessGrantStep.Request, AccessGrantStep.Approve, AccessGrantStep.End],
            (await _scene.EventsAsync(open.GetProperty("id").GetString()!)).Select(step => step.Step));
    }

    [Fact]
    public async Task An_open_grant_is_read_through_every_path_as_one_product_of_the_feed()
    {
        var id = (await _scene.ProductsAsync(3))[2];
        const string paths = """
            query($id: ID!) {
              node(id: $id) { id }
              products(first: 50, where: { id: { eq: $id } }) { totalCount }
              feed(first: 50) { totalCount nodes { id deliveryBasis { rule } } }
            }
            """;
        var before = await host.DataAsync(GrantScene.Administrator, paths, new { id = GrantScene.IdOf(id) });
        var open = await _scene.OpenAsync(
            GrantScene.Administrator, "BREAK_GLASS", new { product = GrantScene.IdOf(id) }, GrantScene.Director);

        var after = await host.DataAsync(GrantScene.Administrator, paths, new { id = GrantScene.IdOf(id) });

        Assert.Equal(1, after.GetProperty("products").GetProperty("totalCount").GetInt32());
        Assert.Equal(GrantScene.IdOf(id), after.GetProperty("node").GetProperty("id").GetString());
        Assert.Equal(
            before.GetProperty("feed").GetProperty("totalCount").GetInt32() + 1,
            after.GetProperty("feed").GetProperty("totalCount").GetInt32());
        var row = Assert.Single(
            after.GetProperty("feed").GetProperty("nodes").EnumerateArray(),
            node => node.GetProperty("id").GetString() == GrantScene.IdOf(id));
        Assert.Equal("ACCESS_GRANT", row.GetProperty("deliveryBasis").GetProperty("rule").GetString());
        GrantScene.Grant(await _scene.StepAsync(GrantScene.Administrator, "endAccessGrant", open));
    }

    [Fact]
    public async Task An_audit_of_a_center_opens_its_products_and_the_records_about_them()
    {
        var id = (await _scene.ProductsAsync(4))[3];
        const string records = """
            query($id: ID!) {
              product(id: $id) {
                currentVersion { authors { id } privacyReviews { id findings { category } } portions { text } }
              }
              organizations(first: 50, where: { affiliations: { some: { kind: { neq: OTHER } } } }) {
                nodes { id affiliations { name kind } agreements { id } }
              }
            }
            """;
        var open = await _scene.OpenAsync(
            GrantScene.Auditor, "AUDIT", new { center = GrantScene.Center }, GrantScene.Director, 60 * 24 * 30);

        var seen = await host.DataAsync(GrantScene.Auditor, records, new { id = GrantScene.IdOf(id) });
        var staff = await host.DataAsync("supervisor", records, new { id = GrantScene.IdOf(id) });
        Assert.Equal(staff.GetRawText(), seen.GetRawText());

        GrantScene.Grant(await _scene.StepAsync(GrantScene.Auditor, "endAccessGrant", open));
        Assert.Equal("", await _scene.ReadAsync(GrantScene.Auditor, id));
    }

    [Fact]
    public async Task An_audit_of_a_product_opens_its_records_and_break_glass_does_not()
    {
        var id = (await _scene.ProductsAsync(5))[4];
        const string records = """
            query($id: ID!) {
              product(id: $id) {
                onBehalfOf { id }
                currentVersion {
                  portionsWithheld
                  documentBanner { text }
                  authors { id displayName }
                  analystNotes
                  sourceReferences { citation }
                  approvals { __typename }
                  privacyReviews { id rationale notes }
                }
              }
            }
            """;
        var scope = new { product = GrantScene.IdOf(id) };
        var audit = await _scene.OpenAsync(GrantScene.Auditor, "AUDIT", scope, GrantScene.Director);
        var glass = await _scene.OpenAsync(
            GrantScene.Administrator, "BREAK_GLASS", scope, GrantScene.PrivacyOfficer);

        var audited = await host.DataAsync(GrantScene.Auditor, records, new { id = GrantScene.IdOf(id) });
        var staff = await host.DataAsync("supervisor", records, new { id = GrantScene.IdOf(id) });
        Assert.Equal(staff.GetRawText(), audited.GetRawText());
        var broken = await host.ExecuteAsync(GrantScene.Administrator, records, new { id = GrantScene.IdOf(id) });
        var banner = staff.GetProperty("product").GetProperty("currentVersion").GetProperty("documentBanner");
        Assert.Equal(
            $$"""{"product":{"onBehalfOf":null,"currentVersion":{"portionsWithheld":false,"""
            + $$"""
            "documentBanner":{{banner.GetRawText()}},"authors":null,"analystNotes":null,
            """
            + "\"sourceReferences\":[],\"approvals\":null,\"privacyReviews\":null}}}",
            broken.GetProperty("data").GetRawText());
        Assert.All(
            broken.GetProperty("errors").EnumerateArray(),
            error => Assert.Equal("AUTH_NOT_AUTHORIZED", CodeOf(error)));

        GrantScene.Grant(await _scene.StepAsync(GrantScene.Auditor, "endAccessGrant", audit));
        Assert.StartsWith(
            "NotPermittedError: ",
            GrantScene.Refusal(await _scene.StepAsync(GrantScene.Supervisor, "endAccessGrant", glass)),
            StringComparison.Ordinal);
        GrantScene.Grant(await _scene.StepAsync(GrantScene.Administrator, "endAccessGrant", glass));
    }

    [Theory]
    [InlineData(GrantScene.Administrator, "AUDIT", "NotPermittedError: Administrators ask to break glass in an "
        + "emergency, auditors to open an audit case.")]
    [InlineData(GrantScene.Auditor, "BREAK_GLASS", "NotPermittedError: Administrators ask to break glass in an "
        + "emergency, auditors to open an audit case.")]
    public async Task Each_office_asks_for_its_own_kind_of_grant(string who, string kind, string refusal)
    {
        var id = (await _scene.ProductsAsync(1))[0];
        Assert.Equal(
            refusal, GrantScene.Refusal(await _scene.RequestAsync(who, kind, new { product = GrantScene.IdOf(id) })));
    }

    [Fact]
    public async Task What_cannot_be_granted_is_refused_with_what_would_fit()
    {
        var product = new { product = GrantScene.IdOf((await _scene.ProductsAsync(1))[0]) };
        var missing = new { product = NodeIds.Format("Product", Guid.NewGuid()) };
        async Task<string> AskAsync(object scope, int minutes = 60, string reason = GrantScene.Reason) =>
            GrantScene.Refusal(
                await _scene.RequestAsync(GrantScene.Administrator, "BREAK_GLASS", scope, minutes, reason));

        Assert.Equal("InvalidInputError: It lasts 1 to 240 minutes.", await AskAsync(product, 241));
        Assert.Equal("InvalidInputError: It lasts 1 to 240 minutes.", await AskAsync(product, 0));
        Assert.Equal("InvalidInputError: It lasts 1 to 240 minutes.", await AskAsync(product, int.MinValue));
        Assert.Equal(
            "InvalidInputError: A reason has 20 to 2000 characters: it is kept on record and read by others.",
            await AskAsync(product, 60, "too short           "));
        Assert.Equal(
            "InvalidInputError: An emergency opens one product, never a whole center.",
            await AskAsync(new { center = GrantScene.Center }));
        Assert.Equal("NotFoundError: There is no product with this id.", await AskAsync(missing));
        Assert.Equal(
            "NotFoundError: There is no product with this id.", await AskAsync(new { product = GrantScene.Center }));
        Assert.Equal("NotFoundError: There is no product with this id.", await AskAsync(new { product = "" }));
        Assert.Equal(
            "InvalidInputError: It lasts 1 to 43200 minutes.",
            GrantScene.Refusal(await _scene.RequestAsync(
                GrantScene.Auditor, "AUDIT", new { center = GrantScene.Center }, 43_201)));
    }

    [Fact]
    public async Task A_sign_in_that_is_old_or_can_be_phished_can_do_none_of_it()
    {
        const string document = """
            mutation($id: ID!) {
              requestAccessGrant(
                input: { kind: BREAK_GLASS, scope: { product: $id }, reason: "A synthetic reason, long.", minutes: 5 }
              ) { errors { __typename } }
              approveAccessGrant(input: { id: $id, revision: 1, reason: "A synthetic reason, long." }) {
                errors { __typename }
              }
            }
            """;
        var id = GrantScene.IdOf((await _scene.ProductsAsync(1))[0]);

        var weak = await host.ExecuteAsync("administrator", document, new { id });
        Assert.Equal(
            ["AUTH_STEP_UP_REQUIRED", "AUTH_STEP_UP_REQUIRED"],
            weak.GetProperty("errors").EnumerateArray().Select(CodeOf));
        Assert.Equal(
            """{"requestAccessGrant":null,"approveAccessGrant":null}""", weak.GetProperty("data").GetRawText());

        var partner = await host.ExecuteAsync("partner-hospital, stepped up", document, new { id });
        Assert.Equal(
            ["AUTH_NOT_AUTHORIZED", "AUTH_NOT_AUTHORIZED"],
            partner.GetProperty("errors").EnumerateArray().Select(CodeOf));
        var nobody = await host.ExecuteAsync((string?)null, document, new { id });
        Assert.Equal(
            ["AUTH_NOT_AUTHENTICATED", "AUTH_NOT_AUTHENTICATED"],
            nobody.GetProperty("errors").EnumerateArray().Select(CodeOf));
    }

    [Fact]
    public async Task Nobody_approves_what_he_asked_for_and_nobody_without_the_office_approves()
    {
        var scope = new { product = GrantScene.IdOf((await _scene.ProductsAsync(6))[5]) };
        var asked = GrantScene.Grant(await _scene.RequestAsync(GrantScene.Auditor, "AUDIT", scope));

        Assert.Equal(
            "SeparationOfDutyError: A second person decides, never the one who asked.",
            GrantScene.Refusal(await _scene.StepAsync(GrantScene.Auditor, "approveAccessGrant", asked)));
        Assert.StartsWith(
            "NotPermittedError: ",
            GrantScene.Refusal(await _scene.StepAsync(GrantScene.Supervisor, "approveAccessGrant", asked)),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "NotPermittedError: ",
            GrantScene.Refusal(await _scene.StepAsync(GrantScene.PrivacyOfficer, "declineAccessGrant", asked)),
            StringComparison.Ordinal);

        // An audit is no affair of administrators: to them there is none.
        Assert.Equal(
            "NotFoundError: There is no access grant with this id.",
            GrantScene.Refusal(await _scene.StepAsync(GrantScene.Administrator, "approveAccessGrant", asked)));
        Assert.Equal(
            "NotFoundError: There is no access grant with this id.",
            GrantScene.Refusal(await _scene.StepAsync(
                GrantScene.Administrator,
                "approveAccessGrant",
                JsonSerializer.SerializeToElement(
                    new { id = NodeIds.Format("AccessGrant", Guid.NewGuid()), revision = 1 }))));

        var withdrawn = GrantScene.Grant(await _scene.StepAsync(GrantScene.Auditor, "endAccessGrant", asked));
        Assert.Equal("WITHDRAWN", withdrawn.GetProperty("state").GetString());
        Assert.Equal(
            "StateConflictError: It was withdrawn.",
            GrantScene.Refusal(await _scene.StepAsync(GrantScene.Director, "approveAccessGrant", withdrawn)));
    }

    [Fact]
    public async Task A_step_that_is_sent_again_or_was_decided_on_an_old_revision_changes_nothing()
    {
        var scope = new { product = GrantScene.IdOf((await _scene.ProductsAsync(7))[6]) };
        var asked = GrantScene.Grant(await _scene.RequestAsync(GrantScene.Administrator, "BREAK_GLASS", scope));
        Assert.Equal(
            "StateConflictError: You have a grant for this already, open or waiting for a decision. End it first.",
            GrantScene.Refusal(await _scene.RequestAsync(GrantScene.Administrator, "BREAK_GLASS", scope)));
        Assert.Equal(
            "RevisionConflictError: It was changed meanwhile and has revision 1 now. Read it again, then decide.",
            GrantScene.Refusal(await _scene.StepAsync(GrantScene.Director, "approveAccessGrant", asked, 7)));

        var declined = GrantScene.Grant(await _scene.StepAsync(GrantScene.Director, "declineAccessGrant", asked));
        Assert.Equal("DECLINED", declined.GetProperty("state").GetString());
        Assert.Equal(
            "StateConflictError: It was declined.",
            GrantScene.Refusal(await _scene.StepAsync(GrantScene.Director, "declineAccessGrant", asked)));
        Assert.Equal(
            "StateConflictError: It was declined.",
            GrantScene.Refusal(await _scene.StepAsync(GrantScene.Supervisor, "approveAccessGrant", declined)));
        Assert.Equal(2, (await _scene.EventsAsync(asked.GetProperty("id").GetString()!)).Count);
    }

    [Fact]
    public async Task Of_two_approvals_at_once_one_wins()
    {
        var scope = new { product = GrantScene.IdOf((await _scene.ProductsAsync(8))[7]) };
        var asked = GrantScene.Grant(await _scene.RequestAsync(GrantScene.Administrator, "BREAK_GLASS", scope));

        string[] deciders = [GrantScene.Supervisor, GrantScene.Director, GrantScene.PrivacyOfficer];
        var payloads = await Task.WhenAll(deciders.Select(
            decider => Task.Run(() => _scene.StepAsync(decider, "approveAccessGrant", asked))));

        var winner = Assert.Single(payloads, payload => payload.GetProperty("errors").ValueKind == JsonValueKind.Null);
        Assert.All(
            payloads.Where(payload => payload.GetProperty("errors").ValueKind != JsonValueKind.Null),
            payload => Assert.Matches("^(StateConflictError|RevisionConflictError): ", GrantScene.Refusal(payload)));
        Assert.Equal(2, (await _scene.EventsAsync(asked.GetProperty("id").GetString()!)).Count);
        GrantScene.Grant(await _scene.StepAsync(
            GrantScene.Administrator, "endAccessGrant", winner.GetProperty("accessGrant")));
    }

    [Fact]
    public async Task A_grantee_who_is_suspended_reads_nothing_and_cannot_be_approved()
    {
        var products = await _scene.ProductsAsync(10);
        var scope = new { product = GrantScene.IdOf(products[8]) };
        var open = await _scene.OpenAsync(
            GrantScene.Administrator, "BREAK_GLASS", scope, GrantScene.Supervisor);
        var asked = GrantScene.Grant(await _scene.RequestAsync(
            GrantScene.Administrator, "BREAK_GLASS", new { product = GrantScene.IdOf(products[9]) }));
        await SetStatusAsync(PrincipalStatus.Suspended);
        try
        {
            Assert.Equal("", await _scene.ReadAsync(GrantScene.Administrator, products[8]));
            Assert.Equal(
                "StateConflictError: The person who asked may not act any more.",
                GrantScene.Refusal(await _scene.StepAsync(GrantScene.Supervisor, "approveAccessGrant", asked)));
        }
        finally
        {
            await SetStatusAsync(PrincipalStatus.Active);
        }

        Assert.NotEqual("", await _scene.ReadAsync(GrantScene.Administrator, products[8]));
        GrantScene.Grant(await _scene.StepAsync(GrantScene.Supervisor, "endAccessGrant", open));
        GrantScene.Grant(await _scene.StepAsync(GrantScene.Administrator, "endAccessGrant", asked));
    }

    [Fact]
    public async Task Privacy_officers_and_auditors_see_each_step_at_once_and_others_do_not()
    {
        // Newest first: after all that other tests do.
        host.Clock.Ahead = TimeSpan.FromMinutes(1);
        var scope = new { product = GrantScene.IdOf((await _scene.ProductsAsync(11))[10]) };
        var asked = GrantScene.Grant(await _scene.RequestAsync(GrantScene.Administrator, "BREAK_GLASS", scope));
        const string notices = """
            { accessGrantNotices(first: 1) { nodes { step actorName grant { id granteeName product { id } } } } }
            """;
        foreach (var who in new[] { "privacy-officer", "auditor", "supervisor" })
        {
            var data = await host.DataAsync(who, notices);
            var grant = data.GetProperty("accessGrantNotices").GetProperty("nodes")[0].GetProperty("grant");
            Assert.Equal(asked.GetProperty("id").GetString(), grant.GetProperty("id").GetString());
            // What one may not read is not shown by a notice either.
            Assert.Equal(
                who == "auditor" ? JsonValueKind.Null : JsonValueKind.Object,
                grant.GetProperty("product").ValueKind);
        }

        foreach (var who in new[] { "partner-hospital", "analyst", "administrator", "client-hsin" })
        {
            var response = await host.ExecuteAsync(who, notices);
            Assert.Equal("AUTH_NOT_AUTHORIZED", CodeOf(response.GetProperty("errors")[0]));
        }

        foreach (var who in new[] { "partner-hospital", "analyst", "analyst-elsewhere", "client-hsin" })
        {
            var data = await host.DataAsync(who, "{ accessGrants(first: 5) { totalCount } }");
            Assert.Equal(0, data.GetProperty("accessGrants").GetProperty("totalCount").GetInt32());
        }

        GrantScene.Grant(await _scene.StepAsync(GrantScene.Administrator, "endAccessGrant", asked));
    }

    [Fact]
    public async Task Neither_a_bug_nor_a_console_changes_the_record()
    {
        var scope = new { product = GrantScene.IdOf((await _scene.ProductsAsync(12))[11]) };
        var asked = GrantScene.Grant(await _scene.RequestAsync(GrantScene.Administrator, "BREAK_GLASS", scope));
        foreach (var (sql, says) in new[]
        {
            ("UPDATE access_grant_events SET actor_name = 'x'", "append-only"),
            ("DELETE FROM access_grant_events", "append-only"),
            ("DELETE FROM access_grants", "kept"),
            ("UPDATE access_grants SET reason = 'another reason, long enough'", "forward only"),
            ("UPDATE access_grants SET state = 'Open', revision = revision + 1 WHERE state = 'Requested'", "CHECK|check"),
            (
                "UPDATE access_grants SET state = 'Open', revision = revision + 1, decided_by_id = grantee_id, "
                + "decided_by_name = 'x', starts_at = requested_at WHERE state = 'Requested'",
                "CHECK|check"),
            ("UPDATE access_grants SET grantee_id = originator_id, revision = revision + 1", "forward only"),
        })
        {
            Assert.Matches(says, await _scene.RefusedSqlAsync(sql));
        }

        GrantScene.Grant(await _scene.StepAsync(GrantScene.Administrator, "endAccessGrant", asked));
    }

    static string? CodeOf(JsonElement error) => error.GetProperty("extensions").GetProperty("code").GetString();

    async Task SetStatusAsync(PrincipalStatus status)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        await context.Set<Person>().Where(person => person.Subject == "administrator")
            .ExecuteUpdateAsync(row => row.SetProperty(person => person.Status, status));
        host.Module.Viewers.Forget();
    }
}

public sealed class SqliteAccessGrantTests(SqliteHost host) : AccessGrantTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresAccessGrantTests(PostgresHost host) : AccessGrantTests(host), IClassFixture<PostgresHost>;
