using GraphApi.Distribution.Documents;
using GraphApi.Distribution.Tests.Demonstration;

namespace GraphApi.Distribution.Tests.Documents;

public sealed class TrustedDocumentStoreTests
{
    static readonly DateTime Now = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);
    static readonly string HashOfA = new('a', 64);
    static readonly string HashOfB = new('b', 64);

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Documents_are_added_once_listed_read_and_removed(bool postgres)
    {
        await using var scratch = await ScratchDatabase.CreateAsync(postgres);
        var store = StoreOf(scratch);

        Assert.Equal((2, 0), await AddAsync(store, "portal", ("B", HashOfB, "{ b # ä€😀 ' }"), ("A", HashOfA, "{ a }")));
        Assert.Equal((1, 0), await AddAsync(store, null, ("A", HashOfA, "{ a }"), ("A2", HashOfA, "{ a }")));

        Assert.Equal(
            [
                new TrustedDocument("A", HashOfA, "portal", Now),
                new TrustedDocument("A2", HashOfA, null, Now),
                new TrustedDocument("B", HashOfB, "portal", Now),
            ],
            await store.ListAsync(Cancelled));
        Assert.Equal(["{ b # ä€😀 ' }"], await store.ReadTextsAsync([HashOfB], Cancelled));
        Assert.Equal(
            ["{ a }", "{ b # ä€😀 ' }"],
            (await store.ReadTextsAsync([HashOfB, new('c', 64), HashOfA], Cancelled)).Order(StringComparer.Ordinal));
        Assert.True(await store.RemoveAsync("A", Cancelled));
        Assert.False(await store.RemoveAsync("A", Cancelled));
        Assert.Equal(["{ a }"], await store.ReadTextsAsync([HashOfA], Cancelled));
        Assert.True(await store.RemoveAsync("A2", Cancelled));
        Assert.Empty(await store.ReadTextsAsync([HashOfA], Cancelled));
        Assert.Empty(await store.ReadTextsAsync([], Cancelled));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Texts_are_read_by_the_thousand(bool postgres)
    {
        await using var scratch = await ScratchDatabase.CreateAsync(postgres);
        var opened = 0;
        var store = new TrustedDocumentStore(
            () =>
            {
                opened++;
                return scratch.Database.CreateConnection();
            },
            new Clock());
        var documents = Enumerable.Range(0, 2_003).Select(i => ($"D{i}", $"{i:x64}", $"{{ d{i} }}")).ToArray();
        await AddAsync(store, null, documents);
        opened = 0;

        var texts = await store.ReadTextsAsync([.. documents.Select(document => document.Item2)], Cancelled);

        Assert.Equal(documents.Select(document => document.Item3).Order(), texts.Order());
        Assert.Equal(1, opened);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_id_keeps_what_it_stands_for_and_nothing_is_added_beside_it(bool postgres)
    {
        await using var scratch = await ScratchDatabase.CreateAsync(postgres);
        var store = StoreOf(scratch);
        await AddAsync(store, null, ("A", HashOfA, "{ a }"));

        var (added, taken, tooMany) = await store.AddAsync(
            [("B", HashOfB, "{ b }"), ("A", HashOfB, "{ b }")], null, Cancelled);

        Assert.Equal((0, "A", 0), (added, Assert.Single(taken), tooMany));
        Assert.Equal(["A"], (await store.ListAsync(Cancelled)).Select(document => document.Id));
    }

    [Fact]
    public async Task No_more_are_added_than_every_node_can_hold()
    {
        await using var scratch = await ScratchDatabase.CreateAsync(postgres: false);
        var store = StoreOf(scratch);
        var many = Enumerable.Range(0, TrustedDocumentStore.MaxDocuments + 7)
            .Select(i => ($"D{i}", HashOfA, "{ a }")).ToArray();

        Assert.Equal((0, 7), await AddAsync(store, null, many));
        Assert.Empty(await store.ListAsync(Cancelled));
    }

    static TrustedDocumentStore StoreOf(ScratchDatabase scratch) =>
        new(scratch.Database.CreateConnection, new Clock());

    static async Task<(int Added, int TooMany)> AddAsync(
        TrustedDocumentStore store, string? client, params (string, string, string)[] documents)
    {
        var (added, taken, tooMany) = await store.AddAsync(documents, client, Cancelled);
        Assert.Empty(taken);
        return (added, tooMany);
    }

    sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(Now);
    }
}
