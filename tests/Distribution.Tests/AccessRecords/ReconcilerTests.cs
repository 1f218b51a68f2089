using GraphApi.Data.Bindings;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.AccessRecords;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Tests.Demonstration;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.AccessRecords;

/// <summary>Reads are compared with the audience they were meant for, whatever let them happen.</summary>
public abstract class ReconcilerTests(DistributionHost host)
{
    const string Content = "query($id: ID!) { product(id: $id) { currentVersion { portions { text } } } }";
    static readonly DateOnly Today = DateOnly.FromDateTime(FixedTime.Now.UtcDateTime);

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_everybody_may_read_is_within_the_audience_and_a_planted_right_is_found()
    {
        foreach (var principal in DemonstrationPrincipals.All)
        {
            await host.DataAsync(
                principal.Name,
                "{ feed(first: 50) { nodes { currentVersion { title { text } portions { text } } } } }");
        }

        var honest = await host.Module.ReconcileAsync(Today, again: true, Cancellation);
        var planted = await PlantAsync("partner-hospital");
        await host.DataAsync(
            "partner-hospital", Content, new { id = NodeIds.Format(nameof(Product), planted.ProductId) });
        var found = await host.Module.ReconcileAsync(Today, again: true, Cancellation);

        Assert.Equal((0L, true), (honest.Outside, honest.IsNew));
        Assert.InRange(honest.Reads, 20, 10_000);
        Assert.Equal(new ReconciliationResult(Today, honest.Reads + 1, 1, IsNew: true), found);
        Assert.False((await host.Module.ReconcileAsync(Today, again: false, Cancellation)).IsNew);
        await using var context = host.Module.AccessDatabase.CreateContext();
        var finding = await context.Set<AccessFinding>().SingleAsync(Cancellation);
        Assert.Equal((planted.VersionId, Today), (finding.VersionId, finding.Day));

        var shown = await host.DataAsync(
            "auditor, stepped up",
            "{ accessReconciliations(first: 20) {"
            + " nodes { outside findings { nodes { versionId record { basis } } } } } }");
        var versionId = NodeIds.Format(nameof(ProductVersion), planted.VersionId);
        Assert.Equal(
            """{"outside":1,"findings":{"nodes":[{"versionId":"@","record":{"basis":"EXPLICIT_RECIPIENT"}}]}}"""
                .Replace("@", versionId, StringComparison.Ordinal),
            shown.GetProperty("accessReconciliations").GetProperty("nodes").EnumerateArray()
                .Single(node => node.GetProperty("outside").GetInt32() == 1).GetRawText());
    }

    [Fact]
    public async Task Days_on_which_nobody_compared_are_due_until_they_are()
    {
        await host.DataAsync("partner-hospital", "{ feed(first: 1) { nodes { currentVersion { title { text } } } } }");
        await host.Module.ReconcileAsync(Today.AddDays(2), again: false, Cancellation);

        var due = await host.Module.FindDaysToReconcileAsync(Today.AddDays(3), Cancellation);

        Assert.Equal(
            [Today.AddDays(1), Today.AddDays(3)],
            due.Where(day => day > Today));
    }

    [Fact]
    public async Task A_day_without_reads_has_none_outside()
    {
        var day = new DateOnly(2020, 1, 1);

        Assert.Equal(
            new ReconciliationResult(day, 0, 0, IsNew: true),
            await host.Module.ReconcileAsync(day, again: false, Cancellation));
    }

    /// <summary>A right that no publication gives, to a version that the principal may not see.</summary>
    async Task<Entitlement> PlantAsync(string principal)
    {
        await using var session = await host.Module.OpenSessionAsync(
            DistributionHost.PrincipalOf(principal),
            address: null,
            AccessChannel.GraphqlHttp,
            purpose: null,
            Cancellation);
        var viewer = ((DistributionSession)session).Viewer;
        await using var context = host.Module.AccessDatabase.CreateContext();
        var home = await context.Set<Entitlement>()
            .Where(right => right.Kind == EntitlementKind.Home && right.IsCurrent && right.PublicationId != null
                && !right.Product.IsExercise
                && right.EffectiveAt < viewer.Now
                && !context.Set<Entitlement>().Any(other =>
                    other.VersionId == right.VersionId && viewer.AudienceIds.Contains(other.AudienceId))
                && context.Set<Portion>().Any(p => p.VersionId == right.VersionId && p.Requires == 0))
            .OrderBy(right => right.VersionId)
            .FirstAsync(Cancellation);
        var planted = new Entitlement
        {
            AudienceId = viewer.PersonId!.Value,
            VersionId = home.VersionId,
            ProductId = home.ProductId,
            PublicationId = home.PublicationId,
            Kind = EntitlementKind.ExplicitRecipient,
            EffectiveAt = home.EffectiveAt,
            Requires = 0,
            IsCurrent = true,
        };
        context.Add(planted);
        await context.SaveChangesAsync(Cancellation);
        return planted;
    }

    public sealed class OnSqlite(SqliteHost host) : ReconcilerTests(host), IClassFixture<SqliteHost>;

    public sealed class OnPostgreSql(PostgresHost host) : ReconcilerTests(host), IClassFixture<PostgresHost>;
}
