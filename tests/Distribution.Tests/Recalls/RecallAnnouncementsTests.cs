using GraphApi.Data.Bindings;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Changes;
using GraphApi.Distribution.Partners;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Recalls;

/// <summary>What the change log says of a recall, and to whom.</summary>
public abstract class RecallAnnouncementsTests(DistributionHost host)
{
    readonly RecallScene _scene = new(host);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Those_who_had_rights_are_told_by_them_and_those_who_lost_theirs_before_in_person()
    {
        var product = await _scene.ProductAsync("partner-hospital");
        var former = await _scene.PersonAsync("partner-suspended");
        var client = await _scene.ClientAsync("client-suspended");
        await _scene.DeliverAsync(product, person: former.Id);
        await _scene.DeliverAsync(product, client: client.Id);
        await using var context = host.Module.AccessDatabase.CreateContext();
        var rights = await context.Set<Entitlement>().AsNoTracking()
            .Where(right => right.VersionId == product.CurrentVersionId)
            .ToListAsync(Stop);

        var id = await _scene.RecalledAsync(product);
        var notice = NodeIds.KeyOf(id, "RecallNotice");

        var change = await context.Set<Change>().AsNoTracking().SingleAsync(row => row.RecallId == notice, Stop);
        Assert.Equal(
            (ChangeKind.Recalled, product.Id, product.CurrentVersionId, product.OriginatorId),
            (change.Kind, change.ProductId, change.VersionId, change.OriginatorId));
        var told = await context.Set<ChangeAudience>().AsNoTracking()
            .Where(audience => audience.Sequence == change.Sequence)
            .ToListAsync(Stop);
        var lost = (await _scene.ResponsesAsync(id)).FindAll(response => !response.WasEntitled);
        Assert.Contains(lost, response => response.RecipientId == former.Id);
        Assert.Contains(lost, response => response.RecipientId == client.Id);
        var organizations = lost.ConvertAll(response => response.OrganizationId);
        var people = await context.Set<Person>()
            .Where(person => person.Status == PrincipalStatus.Active && organizations.Contains(person.OrganizationId))
            .Select(person => person.Id)
            .ToListAsync(Stop);
        Assert.Equal(
            rights.Select(right => (right.AudienceId, right.Requires))
                .Concat(lost.Select(response => response.RecipientId).Concat(people).Distinct()
                    .Select(who => (who, 0L)))
                .Order(),
            told.Select(audience => (audience.AudienceId, audience.Requires)).Order());
        Assert.Equal(
            [product.OriginatorId], told.Where(audience => audience.IsHome).Select(audience => audience.AudienceId));
    }

    [Fact]
    public async Task A_correction_is_told_of_as_a_change_of_what_is_known_of_the_product()
    {
        var product = await _scene.ProductAsync("partner-tribal");
        var notice = NodeIds.KeyOf(
            await _scene.RecalledAsync(product, "NONE", kind: "CORRECTION_NOTICE"), "RecallNotice");

        await using var context = host.Module.AccessDatabase.CreateContext();
        Assert.Equal(
            ChangeKind.MetadataChanged,
            (await context.Set<Change>().SingleAsync(row => row.RecallId == notice, Stop)).Kind);
    }

    [Fact]
    public async Task A_recall_that_is_refused_is_told_to_nobody()
    {
        var product = await _scene.ProductAsync("partner-water");
        await using var context = host.Module.AccessDatabase.CreateContext();
        var before = await context.Set<Change>().CountAsync(Stop);

        Assert.StartsWith(
            "InvalidInputError (messageTlp): ",
            RecallScene.Refusal(await _scene.RecallAsync(RecallScene.Supervisor, product, tlp: "RED")),
            StringComparison.Ordinal);

        Assert.Equal(before, await context.Set<Change>().CountAsync(Stop));
    }
}

public sealed class SqliteRecallAnnouncementsTests(SqliteHost host)
    : RecallAnnouncementsTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresRecallAnnouncementsTests(PostgresHost host)
    : RecallAnnouncementsTests(host), IClassFixture<PostgresHost>;
