using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Ledger;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Recalls;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Demonstration;

public sealed class RecallRowsTests(SqliteHost host) : IClassFixture<SqliteHost>
{
    static readonly Lazy<List<RowBatch>> M = new(
        () => [.. SyntheticSet.Batches(new SeedFrame(SeedSize.M, FixedTime.Now.UtcDateTime))]);

    static readonly DateTime Epoch = new SeedFrame(SeedSize.M, FixedTime.Now.UtcDateTime).Epoch;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_recalled_product_has_its_notice_and_no_other_has_one()
    {
        var recalled = Of<Product>().Where(product => product.State == ProductState.Recalled)
            .Select(product => (product.Id, product.RecallId));
        Assert.Equal(
            recalled.OrderBy(product => product.Id),
            Of<RecallNotice>().OrderBy(notice => notice.ProductId)
                .Select(notice => (notice.ProductId, (Guid?)notice.Id)));
        Assert.All(
            Of<Product>().Where(product => product.State != ProductState.Recalled),
            product => Assert.Null(product.RecallId));
        var names = Of<Person>().ToDictionary(person => person.Id, person => person.DisplayName);
        Assert.All(Of<RecallNotice>(), notice =>
        {
            Assert.Equal(names[notice.IssuedById], notice.IssuedByName);
            Assert.True(notice.PublishedAt <= notice.IssuedAt && notice.IssuedAt <= Epoch);
        });
    }

    [Fact]
    public void An_answer_is_a_step_that_a_recipient_can_take_and_says_who_took_it()
    {
        var events = Of<RecallResponseEvent>().ToLookup(answer => answer.ResponseId);
        var notices = Of<RecallNotice>().ToDictionary(notice => notice.Id);
        var names = Of<Person>().ToDictionary(person => person.Id, person => person.DisplayName);
        foreach (var response in Of<RecallResponse>())
        {
            var (notice, state, revision, at) =
                (notices[response.NoticeId], RecallResponseState.Notified, 1, response.CreatedAt);
            foreach (var answer in events[response.Id].OrderBy(answer => answer.Revision))
            {
                Assert.True(RecallSteps.Leads(state, answer.State), $"{state} {answer.State}");
                Assert.Equal(++revision, answer.Revision);
                Assert.True(at < answer.OccurredAt && answer.OccurredAt < notice.RespondBy);
                Assert.Equal(response.ServiceClientId, answer.ServiceClientId);
                Assert.Equal(answer.RecordedByName ?? answer.ActorName, NameOf(answer));
                (state, at) = (answer.State, answer.OccurredAt);
            }

            Assert.Equal(RecallSteps.Settles(notice.RequiredAction, state), response.IsSettled);
            var isLate = !response.IsSettled && notice.RespondBy <= Epoch;
            Assert.Equal(isLate ? RecallResponseState.Escalated : state, response.State);
            Assert.True(!isLate || RecallSteps.Leads(state, RecallResponseState.Escalated));
            Assert.Equal(isLate, response.EscalatedTo is not null);
            Assert.True(response.IsSettled || notice.State == RecallState.Open);
        }

        string NameOf(RecallResponseEvent answer) => answer.PersonId is { } person ? names[person] : answer.ActorName;
    }

    [Fact]
    public void There_is_something_of_everything_and_not_much_of_anything()
    {
        var states = Of<RecallResponse>().CountBy(response => response.State).ToDictionary();
        Assert.All(
            Enum.GetValues<RecallResponseState>().Where(state => state != RecallResponseState.Replaced),
            state => Assert.True(states.GetValueOrDefault(state) > 0, $"{state}"));
        Assert.Equal(
            [RecallState.Open, RecallState.Closed],
            Of<RecallNotice>().Select(notice => notice.State).Distinct().Order());
        Assert.Contains(Of<RecallResponse>(), response => response.ServiceClientId is not null);
        Assert.Contains(Of<RecallResponse>(), response => response.OrganizationId is not null);
        Assert.Contains(Of<RecallResponseEvent>(), answer => answer.RecordedByName is not null);
        Assert.All(
            Of<RecallResponse>().CountBy(response => response.NoticeId),
            notice => Assert.InRange(notice.Value, 1, 15 * RecallAudience.MostMembers));
        Assert.InRange(Of<RecallResponse>().Count(), 500, 3_000);
    }

    [Fact]
    public async Task Who_is_told_could_read_it_until_then()
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        var products = await context.Set<Product>().Where(product => product.RecallId != null).ToListAsync(Stop);
        Assert.Equal(3, products.Count);
        foreach (var product in products)
        {
            var version = await context.Set<ProductVersion>()
                .SingleAsync(row => row.Id == product.CurrentVersionId, Stop);
            var portions = await context.Set<Portion>().Where(row => row.VersionId == version.Id).ToListAsync(Stop);
            var publication = await context.Set<Publication>().SingleAsync(row => row.VersionId == version.Id, Stop);
            var lists = await context.Set<PublicationList>().Where(link => link.PublicationId == publication.Id)
                .Select(link => link.List).ToListAsync(Stop);
            var named = await context.Set<PublicationRecipient>().Where(row => row.PublicationId == publication.Id)
                .Select(row => row.PersonId!.Value).ToListAsync(Stop);
            var rights = EntitlementRules.OfPublication(
                product, version, portions,
                new EntitlementRules.Audiences(publication.Id, publication.EffectiveAt, lists, named, []));
            var audience = new RecipientSet([.. rights], FixedTime.Now.UtcDateTime);
            var reached = await context.Database.SqlQuery<Guid>(audience.Statement(
                $"SELECT recipient_id AS \"Value\" FROM recipients")).ToListAsync(Stop);
            var told = await context.Set<RecallResponse>().Where(response => response.NoticeId == product.RecallId)
                .Select(response => response.RecipientId).ToListAsync(Stop);
            Assert.NotEmpty(told);
            Assert.Empty(told.Except(reached));
        }
    }

    [Theory]
    [InlineData("partner-business", 1)]
    [InlineData("partner-law-enforcement", 3)]
    [InlineData("client-hsin", 1)]
    [InlineData("supervisor", 3)]
    [InlineData(null, 1)]
    public async Task Whoever_explores_finds_recalls(string? who, int count)
    {
        var nodes = (await host.DataAsync(
                who, "{ recalls { nodes { id message state product { id } } } }"))
            .GetProperty("recalls").GetProperty("nodes");
        Assert.Equal(count, nodes.GetArrayLength());
        Assert.All(nodes.EnumerateArray(), node => Assert.Equal("OPEN", node.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task Whoever_explores_finds_how_far_recipients_got_and_that_a_copy_is_recalled()
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        var progress = (await host.DataAsync(
                "supervisor",
                "{ recalls { nodes { progress { recipients settled overdue escalated byState { state count } } } } }"))
            .GetProperty("recalls").GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("progress"));
        var (settled, escalated) = (0, 0);
        foreach (var one in progress)
        {
            Assert.True(one.GetProperty("recipients").GetInt32() > one.GetProperty("settled").GetInt32());
            settled += one.GetProperty("settled").GetInt32();
            escalated += one.GetProperty("escalated").GetInt32();
            Assert.Equal(one.GetProperty("escalated").GetInt32(), one.GetProperty("overdue").GetInt32());
        }

        Assert.True(settled > 0 && escalated > 0);
        var hash = await context.Set<RecallNotice>().Where(notice => notice.IsPublic)
            .Select(notice => notice.ContentHash).SingleAsync(Stop);
        Assert.Equal(
            """[{"status":"RECALLED"}]""",
            (await host.DataAsync(
                null,
                "query($hashes: [String!]!) { revocationCheck(hashes: $hashes) { status } }",
                new { hashes = new[] { hash } })).GetProperty("revocationCheck").GetRawText());
    }

    static IEnumerable<T> Of<T>() => M.Value.SelectMany(batch => batch.Of<T>());
}
