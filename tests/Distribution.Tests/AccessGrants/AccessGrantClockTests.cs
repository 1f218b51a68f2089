namespace GraphApi.Distribution.Tests.AccessGrants;

/// <summary>Grants at the edges of their time. Each test moves the clock of a host of its own.</summary>
public abstract class AccessGrantClockTests(DistributionHost host)
{
    readonly GrantScene _scene = new(host);

    [Fact]
    public async Task A_grant_holds_to_its_last_moment_and_not_one_longer_whatever_is_kept_of_the_viewer()
    {
        host.Clock.Ahead = TimeSpan.Zero;
        var id = (await _scene.ProductsAsync(1))[0];
        var scope = new { product = GrantScene.IdOf(id) };
        var open = await _scene.OpenAsync(
            GrantScene.Administrator, "BREAK_GLASS", scope, GrantScene.Supervisor, minutes: 1);

        host.Clock.Ahead = TimeSpan.FromMinutes(1) - TimeSpan.FromTicks(10);
        Assert.NotEqual("", await _scene.ReadAsync(GrantScene.Administrator, id));
        host.Clock.Ahead = TimeSpan.FromMinutes(1);
        Assert.Equal("", await _scene.ReadAsync(GrantScene.Administrator, id));

        Assert.Equal(
            "StateConflictError: Its time is over.",
            GrantScene.Refusal(await _scene.StepAsync(GrantScene.Supervisor, "endAccessGrant", open)));
        var data = await host.DataAsync(
            "privacy-officer",
            "query($id: ID!) { accessGrant(id: $id) { state } }",
            new { id = open.GetProperty("id").GetString() });
        Assert.Equal("EXPIRED", data.GetProperty("accessGrant").GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_grant_opens_nothing_once_the_sign_in_is_too_old_for_it()
    {
        var id = (await _scene.ProductsAsync(2))[1];
        host.Clock.Ahead = TimeSpan.FromMinutes(2);
        await _scene.OpenAsync(
            GrantScene.Administrator, "BREAK_GLASS", new { product = GrantScene.IdOf(id) }, GrantScene.Director, 240);

        host.Clock.Ahead = TimeSpan.FromMinutes(15) - TimeSpan.FromTicks(10);
        Assert.NotEqual("", await _scene.ReadAsync(GrantScene.Administrator, id));
        host.Clock.Ahead = TimeSpan.FromMinutes(15);
        Assert.Equal("", await _scene.ReadAsync(GrantScene.Administrator, id));
    }

    [Fact]
    public async Task A_mutation_answers_with_what_a_query_right_after_it_would()
    {
        host.Clock.Ahead = TimeSpan.Zero;
        var id = (await _scene.ProductsAsync(3))[2];
        var open = await _scene.OpenAsync(
            GrantScene.Administrator, "BREAK_GLASS", new { product = GrantScene.IdOf(id) }, GrantScene.Director);

        // The grantee ends what opened the product: the very payload shows it no more.
        var data = await host.DataAsync(
            GrantScene.Administrator,
            """
            mutation($id: ID!, $reason: PlainText!) {
              endAccessGrant(input: { id: $id, revision: 2, reason: $reason }) {
                accessGrant { state product { publicNumber } }
              }
            }
            """,
            new { id = open.GetProperty("id").GetString(), reason = GrantScene.Reason });
        Assert.Equal(
            """{"endAccessGrant":{"accessGrant":{"state":"ENDED","product":null}}}""", data.GetRawText());
    }
}

public sealed class SqliteAccessGrantClockTests(SqliteHost host)
    : AccessGrantClockTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresAccessGrantClockTests(PostgresHost host)
    : AccessGrantClockTests(host), IClassFixture<PostgresHost>;
