using GraphApi.Data.Bindings;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.AccessRecords;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Publishing;
using GraphApi.Distribution.Recalls;
using GraphApi.Distribution.Receipts;
using GraphApi.Distribution.Tests.Publishing;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.AccessRecords;

/// <summary>
/// Free text of a center's own work, and what readers say, leaves a record where somebody else reads it, and something
/// is said.
/// </summary>
public abstract class ReasonsRecordingTests(DistributionHost host)
{
    const string History = "query($id: ID!) { node(id: $id) { ... on ProductVersion { history { step reason } } } }";

    readonly ReleaseScene _scene = new(host);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Why_a_version_took_a_step_is_recorded_and_a_step_without_a_reason_is_not()
    {
        var version = await _scene.AddAsync();
        var before = await LastAsync();
        await host.DataAsync("supervisor", History, new { id = ReleaseScene.IdOf(version.Id) });
        Assert.Empty(await SinceAsync(before));

        await _scene.DoneAsync(ReleaseScene.Supervisor, "publish", version.Id);
        before = await LastAsync();
        var data = await host.DataAsync("supervisor", History, new { id = ReleaseScene.IdOf(version.Id) });
        Assert.Contains(ReleaseScene.Reason, data.GetRawText(), StringComparison.Ordinal);
        Assert.Equal([OfVersion(version, "supervisor")], await SinceAsync(before));

        before = await LastAsync();
        await host.DataAsync(
            "supervisor", History.Replace(" reason", "", StringComparison.Ordinal),
            new { id = ReleaseScene.IdOf(version.Id) });
        await host.ExecuteAsync("partner-fire", History, new { id = ReleaseScene.IdOf(version.Id) });
        Assert.Empty(await SinceAsync(before));
    }

    [Fact]
    public async Task Why_an_emergency_cannot_wait_is_recorded()
    {
        var version = await _scene.AddAsync(state: VersionState.Draft);
        await using (var context = host.Module.AccessDatabase.CreateContext())
        {
            var now = host.Clock.GetUtcNow().UtcDateTime;
            context.Add(new EmergencyRequest
            {
                VersionId = version.Id,
                OriginatorId = version.OriginatorId,
                VersionRevision = version.Revision,
                RequestedById = Staff.Of(0, Staff.Supervisor),
                Reason = ReleaseScene.Reason,
                RequestedAt = now,
                ExpiresAt = now + EmergencyRequest.Lifetime,
            });
            await context.SaveChangesAsync(Stop);
        }

        var before = await LastAsync();
        var data = await host.DataAsync(
            "supervisor",
            "query($id: ID!) { node(id: $id) { ... on ProductVersion { emergencyRequest { reason } } } }",
            new { id = ReleaseScene.IdOf(version.Id) });

        Assert.Contains(ReleaseScene.Reason, data.GetRawText(), StringComparison.Ordinal);
        Assert.Equal([OfVersion(version, "supervisor")], await SinceAsync(before));
    }

    [Fact]
    public async Task Why_something_was_recalled_is_recorded_with_the_notice_and_what_recipients_are_told_is_not()
    {
        var version = await _scene.AddAsync();
        await _scene.DoneAsync(ReleaseScene.Supervisor, "publish", version.Id);
        var notice = new RecallNotice
        {
            Id = Guid.NewGuid(),
            ProductId = version.ProductId,
            OriginatorId = version.OriginatorId,
            ProductType = ProductType.Bulletin,
            IsExercise = false,
            VersionNumbers = [1],
            ContentHash = version.ContentHash,
            HashRequires = 0,
            IsHashDisclosed = false,
            IsPublic = true,
            Kind = RecallKind.CorrectionNotice,
            Reason = RecallReason.FactualError,
            ReasonDetails = ReleaseScene.Reason,
            RequiredAction = RequiredAction.StopUse,
            Message = "Synthetic.",
            MessageTlp = Tlp.Clear,
            State = RecallState.Open,
            IssuedById = Staff.Of(0, Staff.Supervisor),
            IssuedByName = "Supervisor (synthetic)",
            IssuedAt = host.Clock.GetUtcNow().UtcDateTime,
            CreatedAt = host.Clock.GetUtcNow().UtcDateTime,
            UpdatedAt = host.Clock.GetUtcNow().UtcDateTime,
        };
        await using (var context = host.Module.AccessDatabase.CreateContext())
        {
            context.Add(notice);
            await context.SaveChangesAsync(Stop);
        }

        const string document = "query($id: ID!) { node(id: $id) { ... on RecallNotice { message # } } }";
        var id = NodeIds.Format(nameof(RecallNotice), notice.Id);
        var before = await LastAsync();
        await host.DataAsync("supervisor", document.Replace("#", "", StringComparison.Ordinal), new { id });
        var refused = await host.ExecuteAsync(
            "partner-fire", document.Replace("#", "reasonDetails", StringComparison.Ordinal), new { id });
        Assert.True(refused.TryGetProperty("errors", out _));
        Assert.Empty(await SinceAsync(before));

        await host.DataAsync(
            "supervisor", document.Replace("#", "reasonDetails closingReason", StringComparison.Ordinal), new { id });
        Assert.Equal(
            [$"BackgroundRead {Staff.Of(0, Staff.Supervisor)} none {notice.Id} {notice.OriginatorId}"],
            await SinceAsync(before));
    }

    [Fact]
    public async Task What_a_reader_says_is_recorded_of_others_who_read_it_and_not_of_himself()
    {
        var version = await _scene.AddAsync();
        await _scene.DoneAsync(ReleaseScene.Supervisor, "publish", version.Id);
        await host.DataAsync(
            "partner-fire",
            """
            mutation($id: ID!) {
              submitFeedback(input: { version: $id, comment: "A synthetic comment.", commentTlp: GREEN }) {
                feedback { id comment }
                errors { __typename ... on Error { message } }
              }
            }
            """,
            new { id = ReleaseScene.IdOf(version.Id) });
        await using var context = host.Module.AccessDatabase.CreateContext();
        var feedback = await context.Set<Feedback>().SingleAsync(row => row.VersionId == version.Id, Stop);
        const string document = "query($id: ID!) { node(id: $id) { ... on Feedback { comment } } }";
        var id = NodeIds.Format(nameof(Feedback), feedback.Id);

        var before = await LastAsync();
        foreach (var who in new[] { "partner-fire", "analyst" })
        {
            var data = await host.DataAsync(who, document, new { id });
            Assert.Equal("A synthetic comment.", data.GetProperty("node").GetProperty("comment").GetString());
        }

        Assert.Equal([OfVersion(version, "analyst")], await SinceAsync(before));
        // Who is assigned to the organization, and has no right to the version.
        Assert.Equal(
            new RecordSubject(AccessRecordKind.BackgroundRead, feedback.Id, VersionId: null, version.OriginatorId),
            feedback.SubjectFor(Viewer.Nobody with { PersonId = Guid.NewGuid() }));
    }

    static string OfVersion(ProductVersion version, string who) =>
        $"BackgroundRead {Staff.Of(0, who == "analyst" ? Staff.Analyst : Staff.Supervisor)} {version.Id} none "
        + $"{version.OriginatorId}";

    async Task<List<string>> SinceAsync(long last)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        var records = await context.Set<AccessRecord>().Where(record => record.Sequence > last)
            .OrderBy(record => record.Sequence).ToListAsync(Stop);
        return records.ConvertAll(record =>
            $"{record.Kind} {record.PersonId} {record.VersionId?.ToString() ?? "none"} "
            + $"{record.SubjectId?.ToString() ?? "none"} {record.OriginatorId}");
    }

    async Task<long> LastAsync()
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        return await context.Set<AccessRecord>().Select(record => (long?)record.Sequence).MaxAsync(Stop) ?? 0;
    }

    public sealed class OnSqlite(SqliteHost host) : ReasonsRecordingTests(host), IClassFixture<SqliteHost>;

    public sealed class OnPostgreSql(PostgresHost host) : ReasonsRecordingTests(host), IClassFixture<PostgresHost>;
}
