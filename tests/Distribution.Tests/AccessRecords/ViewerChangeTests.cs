using GraphApi.Data.Bindings;
using GraphApi.Data.UseCases;
using GraphApi.Distribution.AccessGrants;
using GraphApi.Distribution.AccessRecords;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Tests.AccessGrants;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.AccessRecords;

/// <summary>What is read before a use case changes the reader's rights is recorded with the rights he had.</summary>
public abstract class ViewerChangeTests(DistributionHost host)
{
    readonly GrantScene _scene = new(host);

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_read_under_a_grant_names_it_though_it_ends_before_the_document_does()
    {
        var product = (await _scene.ProductsAsync(1))[0];
        var open = await _scene.OpenAsync(
            GrantScene.Administrator,
            "BREAK_GLASS",
            new { product = GrantScene.IdOf(product) },
            GrantScene.Supervisor);
        var grantId = NodeIds.KeyOf(open.GetProperty("id").GetString()!, nameof(AccessGrant));
        await using var context = host.Module.AccessDatabase.CreateContext();
        var portions = await context.Set<Portion>().Where(p => p.Version.Product.CurrentVersionId == p.VersionId
                && p.Version.ProductId == product)
            .OrderBy(p => p.Ordinal).Take(2).ToListAsync(Cancellation);
        var before = await context.Set<AccessRecord>().CountAsync(Cancellation);
        await using var opened = await host.Module.OpenSessionAsync(
            DistributionHost.PrincipalOf(GrantScene.Administrator),
            address: null,
            AccessChannel.GraphqlHttp,
            purpose: null,
            Cancellation);
        var session = (DistributionSession)opened;

        session.NoteRead(portions[0]);
        await _scene.StepAsync(GrantScene.PrivacyOfficer, "endAccessGrant", open);
        await session.WriteAsync((_, _) => new ValueTask<Outcome>(Outcome.Done(product)), Cancellation);
        session.NoteRead(portions[1]);
        await session.SettleAsync("Read", new string('0', 64), Cancellation);

        Assert.Empty(session.Viewer.Grants);
        Assert.Equal(
            [(portions[0].Ordinal, AccessBasis.Grant, grantId), (portions[1].Ordinal, AccessBasis.Unknown, null)],
            (await context.Set<AccessRecord>().OrderBy(r => r.Sequence).Skip(before).ToListAsync(Cancellation))
                .Select(r => (PortionSet.Ordinals(r.Portions).Single(), r.Basis!.Value, r.GrantId)));
    }

    public sealed class OnSqlite(SqliteHost host) : ViewerChangeTests(host), IClassFixture<SqliteHost>;

    public sealed class OnPostgreSql(PostgresHost host) : ViewerChangeTests(host), IClassFixture<PostgresHost>;
}
