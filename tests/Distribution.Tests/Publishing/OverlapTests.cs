using System.Text.Json;
using GraphApi.Data.Bindings;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Ledger;
using GraphApi.Distribution.Lists;
using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Tests.Drafting;
using GraphApi.Distribution.Tests.PrivacyReviews;
using GraphApi.Distribution.Tests.Recalls;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Publishing;

/// <summary>
/// Two who work on different things that meet in a release: a recall of what it supersedes, a draft under the hand that
/// signs its review, a list that changes while its audience is looked at.
/// </summary>
public abstract class OverlapTests(DistributionHost host)
{
    const int Rounds = 6;

    readonly ReleaseScene _scene = new(host);

    private protected ReleaseScene Scene => _scene;

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_a_new_version_and_a_recall_of_its_product_at_once_one_is_taken()
    {
        var recalls = new RecallScene(host);
        for (var i = 0; i < Rounds; i++)
        {
            var first = await _scene.AddAsync();
            await _scene.DoneAsync(ReleaseScene.Supervisor, "publish", first.Id);
            var second = await _scene.AddAsync(product: first.ProductId);
            var product = await ProductAsync(first.ProductId);

            var release = Task.Run(() => _scene.StepAsync(
                ReleaseScene.Supervisor, "publishNewVersion", second.Id, 1,
                new { supersedes = ReleaseScene.IdOf(first.Id) }));
            var recall = Task.Run(() => recalls.RecallAsync(ReleaseScene.Director, product, "RECALL"));
            var (released, recalled) = (await release, await recall);

            Assert.NotEqual(IsDone(released), IsDone(recalled));
            Assert.Contains(TypeOf(IsDone(released) ? recalled : released), Conflicts);
            var after = await ProductAsync(first.ProductId);
            Assert.Equal(
                IsDone(released)
                    ? (VersionState.Superseded, VersionState.Published, ProductState.Current, second.Id)
                    : (VersionState.Recalled, VersionState.Approved, ProductState.Recalled, first.Id),
                ((await _scene.FindAsync(first.Id)).State, (await _scene.FindAsync(second.Id)).State, after.State,
                    after.CurrentVersionId!.Value));
            Assert.Equal(
                IsDone(released),
                (await _scene.RowsAsync<Delivery>(rows => rows.Where(row => row.VersionId == second.Id))).Count > 0);
        }
    }

    [Fact]
    public async Task A_concurrence_never_stands_for_a_text_or_marking_that_was_written_meanwhile()
    {
        var reviews = new ReviewScene(host);
        for (var i = 0; i < Rounds; i++)
        {
            var review = await reviews.MakeAsync("IN_REVIEW");
            var before = await reviews.ReadAsync(rows => rows.Where(row => row.Id == review));
            await _scene.DoneAsync(ReleaseScene.Supervisor, "requestChanges", before.VersionId);
            var version = await _scene.FindAsync(before.VersionId);
            var body = Assert.Single(await _scene.RowsAsync<Portion>(rows =>
                rows.Where(row => row.VersionId == version.Id && row.Kind == PortionKind.Body)));
            // Of every second only the marking, of which the digest of the text says nothing.
            object portion = i % 2 == 0
                ? new { key = body.Key, text = "Otherwise." }
                : new { key = body.Key, marking = new { tlp = "CLEAR" } };

            var signing = Task.Run(() => reviews.TakeAsync(
                DraftScene.PrivacyOfficer,
                "concur",
                review,
                new { rationale = ReleaseScene.Reason, revision = before.Revision }));
            var writing = Task.Run(() => reviews.Drafts.MutateAsync(DraftScene.Author, "reviseDraft", new
            {
                id = ReleaseScene.IdOf(version.Id),
                revision = version.Revision,
                portions = new[] { portion },
            }));
            var signed = (await signing).GetProperty("data").GetProperty("concur");
            var written = await writing;

            Assert.True(IsDone(signed) || IsDone(written));
            var after = await reviews.ReadAsync(rows => rows.Where(row => row.Id == review));
            var isChanged = (await _scene.FindAsync(version.Id)).Revision > version.Revision;
            Assert.Equal(IsDone(written), isChanged);
            Assert.Equal(
                !IsDone(signed) ? PrivacyReviewState.InReview
                    : isChanged ? PrivacyReviewState.Voided : PrivacyReviewState.Completed,
                after.State);
        }
    }

    private protected static bool IsDone(JsonElement payload) =>
        payload.GetProperty("errors").ValueKind == JsonValueKind.Null;

    private protected static string TypeOf(JsonElement payload) =>
        Assert.Single(payload.GetProperty("errors").EnumerateArray()).GetProperty("__typename").GetString()!;

    static readonly string[] Conflicts = ["RevisionConflictError", "StateConflictError"];

    async Task<Product> ProductAsync(Guid product) =>
        Assert.Single(await _scene.RowsAsync<Product>(rows => rows.Where(row => row.Id == product)));
}

public sealed class SqliteOverlapTests(SqliteHost host) : OverlapTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresOverlapTests(PostgresHost host) : OverlapTests(host), IClassFixture<PostgresHost>
{
    const string Add = """
        mutation($list: ID!, $member: ID!) {
          addListMember(input: { list: $list, member: $member, basis: "Synthetic", role: MEMBER }) {
            listMembership { id }
            errors { __typename ... on Error { message } }
          }
        }
        """;

    readonly DistributionHost _host = host;

    [Fact]
    public async Task A_list_that_is_taken_out_of_use_meanwhile_is_waited_for_and_not_released_to()
    {
        var version = await Scene.AddAsync([ReleaseScene.ListId(ReleaseScene.Water)]);
        var payload = await MeanwhileAsync(() =>
            Scene.StepAsync(ReleaseScene.Supervisor, "publish", version.Id, 1));

        Assert.Equal("AudienceError", TypeOf(payload));
        Assert.Equal(VersionState.Approved, (await Scene.FindAsync(version.Id)).State);
        Assert.Empty(await Scene.RowsAsync<Delivery>(rows => rows.Where(row => row.VersionId == version.Id)));
    }

    [Fact]
    public async Task Nobody_is_put_on_a_list_that_is_taken_out_of_use_meanwhile()
    {
        var person = NamedPartner.IdOf("partner-fire");
        var list = ReleaseScene.ListId(ReleaseScene.Water);
        var payload = await MeanwhileAsync(async () => (await _host.DataAsync("supervisor", Add, new
        {
            list = NodeIds.Format(nameof(DistributionList), list),
            member = NodeIds.Format("Person", person),
        })).GetProperty("addListMember"));

        Assert.Equal("StateConflictError", TypeOf(payload));
        Assert.Empty(await Scene.RowsAsync<ListMembership>(rows =>
            rows.Where(row => row.ListId == list && row.PersonId == person)));
    }

    /// <summary>Takes a step while a list is being suspended, which is done as soon as the step waits for it.</summary>
    async Task<JsonElement> MeanwhileAsync(Func<Task<JsonElement>> step)
    {
        var list = ReleaseScene.ListId(ReleaseScene.Water);
        await using var context = _host.Module.AccessDatabase.CreateContext();
        await using var transaction = await context.Database.BeginTransactionAsync(Stop);
        await SetAsync(context, DistributionListState.Suspended);
        var taken = Task.Run(step);
        while (!taken.IsCompleted && !await IsWaitedForAsync())
        {
            await Task.Delay(10, Stop);
        }

        await transaction.CommitAsync(Stop);
        try
        {
            return await taken;
        }
        finally
        {
            await SetAsync(context, DistributionListState.Active);
        }

        Task<int> SetAsync(DbContext rows, DistributionListState state) => rows.Set<DistributionList>()
            .Where(row => row.Id == list)
            .ExecuteUpdateAsync(row => row.SetProperty(l => l.State, state), Stop);

        async Task<bool> IsWaitedForAsync()
        {
            await using var other = _host.Module.AccessDatabase.CreateContext();
            return await other.Database.SqlQuery<int>($"""
                SELECT pid AS "Value" FROM pg_stat_activity
                WHERE datname = current_database() AND wait_event_type = 'Lock'
                """).AnyAsync(Stop);
        }
    }
}
