using GraphApi.Distribution.Tests.Recalls;

namespace GraphApi.Distribution.Tests.AccessGrants;

/// <summary>
/// An audit of one product, or of its center, is told to whom it went and who answered when it was taken back; both end
/// with the audit.
/// </summary>
public abstract class AuditedRecallsTests(DistributionHost host)
{
    readonly GrantScene _grants = new(host);
    readonly RecallScene _scene = new(host);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_audit_is_told_of_each_delivery_and_each_answer_while_it_lasts(bool isOfCenter)
    {
        var product = await _scene.ProductAsync("partner-hospital");
        var person = await _scene.PersonAsync("partner-hospital");
        await _scene.DeliverAsync(product, person: person.Id);
        await _scene.DeliverAsync(product, organization: person.OrganizationId, mustAnswer: true);
        var notice = await _scene.RecalledAsync(product);
        var expected = await AskAsync("director", notice);
        var before = await AskAsync(GrantScene.Auditor, notice);

        object scope = isOfCenter ? new { center = GrantScene.Center } : new { product = RecallScene.IdOf(product) };
        var audit = await _grants.OpenAsync(GrantScene.Auditor, "AUDIT", scope, GrantScene.Director);
        var seen = await AskAsync(GrantScene.Auditor, notice);
        GrantScene.Grant(await _grants.StepAsync(GrantScene.Auditor, "endAccessGrant", audit));

        Assert.Equal((0, 0), (before.Responses, DeliveriesOf(before.Deliveries, product.Id)));
        Assert.True(expected.Responses > 1);
        Assert.Equal(expected.Responses, seen.Responses);
        Assert.Equal(2, DeliveriesOf(seen.Deliveries, product.Id));
        Assert.Equal(before, await AskAsync(GrantScene.Auditor, notice));
    }

    static int DeliveriesOf(string deliveries, Guid product) =>
        deliveries.Split(RowIdOf(product)).Length - 1;

    static string RowIdOf(Guid product) => $"\"{GrantScene.IdOf(product)}\"";

    async Task<(int Responses, string Deliveries)> AskAsync(string who, string notice)
    {
        var data = await host.DataAsync(
            who,
            """
            query($id: ID!) {
              recall(id: $id) { responses(first: 50) { totalCount } }
              deliveries(first: 50, order: [{ deliveredAt: DESC }]) { nodes { productId } }
            }
            """,
            new { id = notice });
        return (
            data.GetProperty("recall").GetProperty("responses").GetProperty("totalCount").GetInt32(),
            data.GetProperty("deliveries").GetProperty("nodes").GetRawText());
    }
}

public sealed class SqliteAuditedRecallsTests(SqliteHost host) : AuditedRecallsTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresAuditedRecallsTests(PostgresHost host)
    : AuditedRecallsTests(host), IClassFixture<PostgresHost>;
