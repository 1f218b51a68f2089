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
        var organizations = lost.Select(response => response.OrganizationId).OfType<Guid>().ToList();
        var people = await context.Set<Person>()
            .Where(person => person.Status == PrincipalStatus.Active
                && organizations.Contains(person.OrganizationId!.Value)
                && (person.Organization!.Status != OrganizationStatus.Active
                    || !person.Organization.Agreements.Any(agreement => agreement.State == AgreementState.Active
                        && (agreement.ExpiresOn == null
                            || agreement.ExpiresOn > DateOnly.FromDateTime(RecallScene.Now)))))
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
    public async Task What_becomes_of_a_recall_is_told_to_each_of_its_recipients_and_to_the_center()
    {
        var product = await _scene.ProductAsync("partner-energy");
        var lapsed = await _scene.PersonAsync("partner-lapsed");
        await _scene.CloseListsAsync(product);
        await _scene.DeliverAsync(product, person: (await _scene.PersonAsync("partner-energy")).Id);
        await _scene.DeliverAsync(product, organization: lapsed.OrganizationId);
        var notice = await _scene.RecalledAsync(product);
        await using var context = host.Module.AccessDatabase.CreateContext();
        var before = await context.Set<Change>().MaxAsync(change => change.Sequence, Stop);
        RecallScene.Done(await _scene.CloseAsync(RecallScene.Supervisor, notice, 1), "recallNotice");

        var change = await context.Set<Change>().SingleAsync(row => row.Sequence > before, Stop);
        Assert.Equal(
            (ChangeKind.MetadataChanged, NodeIds.KeyOf(notice, "RecallNotice"), product.Id),
            (change.Kind, change.RecallId, change.ProductId));
        var told = await context.Set<ChangeAudience>().Where(audience => audience.Sequence == change.Sequence)
            .Select(audience => audience.AudienceId).ToListAsync(Stop);
        var people = await context.Set<Person>()
            .Where(person => person.OrganizationId == lapsed.OrganizationId && person.Status == PrincipalStatus.Active)
            .Select(person => person.Id).ToListAsync(Stop);
        Assert.Contains(lapsed.Id, people);
        Assert.Equal(
            (await _scene.ResponsesAsync(notice)).Select(response => response.RecipientId)
                .Concat(people).Append(product.OriginatorId).Order(),
            told.Order());
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
