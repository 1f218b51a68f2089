using GraphApi.Server.Documents;
using Microsoft.Extensions.Logging.Abstractions;

namespace GraphApi.Server.Tests.Documents;

/// <summary>Trusted documents of a database that changes, loses its connection or is written to by others.</summary>
public sealed class TrustedDocumentsTests
{
    readonly FakeTime _time = new();
    readonly Dictionary<string, (string Hash, string Text)> _rows = [];
    int _lists;
    int _reads;
    bool _isDown;

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_is_found_by_id_by_hash_and_by_hash_with_prefix()
    {
        var hash = Add("GetName", "{ name }");
        var trusted = Create();

        foreach (var id in new[] { "GetName", hash, "sha256:" + hash })
        {
            Assert.Equal(new StoredDocument(hash, "{ name }"), await trusted.FindAsync(id, Cancelled));
        }

        Assert.Equal((1, 1), (_lists, _reads));
    }

    [Fact]
    public async Task Unknown_ids_ask_the_database_for_nothing()
    {
        Add("GetName", "{ name }");
        var trusted = Create();

        for (var i = 0; i < 1_000; i++)
        {
            Assert.Null(await trusted.FindAsync($"'; DROP TABLE {i} --", Cancelled));
        }

        Assert.Equal((1, 1), (_lists, _reads));
    }

    [Fact]
    public async Task Many_requests_at_once_share_one_reading()
    {
        Add("A", "{ a }");
        var trusted = Create();

        var found = await Task.WhenAll(
            Enumerable.Range(0, 100)
                .Select(_ => Task.Run(() => trusted.FindAsync("A", Cancelled).AsTask(), Cancelled)));

        Assert.All(found, Assert.NotNull);
        Assert.Equal((1, 1), (_lists, _reads));
    }

    [Fact]
    public async Task A_removed_document_stops_within_thirty_seconds_and_a_new_one_is_found()
    {
        Add("Old", "{ old }");
        var trusted = Create();
        Assert.NotNull(await trusted.FindAsync("Old", Cancelled));
        _rows.Clear();
        Add("New", "{ new }");

        _time.Advance(TimeSpan.FromSeconds(30));

        Assert.Null(await trusted.FindAsync("Old", Cancelled));
        Assert.NotNull(await trusted.FindAsync("New", Cancelled));
        Assert.Equal((2, 2), (_lists, _reads));
    }

    [Fact]
    public async Task A_clock_that_is_set_back_keeps_no_removed_document()
    {
        Add("Old", "{ old }");
        var trusted = Create();
        Assert.NotNull(await trusted.FindAsync("Old", Cancelled));
        _rows.Clear();

        _time.Set(TimeSpan.FromDays(-1));
        _time.Advance(TimeSpan.FromSeconds(30));

        Assert.Null(await trusted.FindAsync("Old", Cancelled));
    }

    [Fact]
    public async Task All_texts_are_read_at_once()
    {
        foreach (var i in Enumerable.Range(0, 100))
        {
            Add($"D{i}", $"{{ d{i} }}");
        }

        Assert.NotNull(await Create().FindAsync("D99", Cancelled));

        Assert.Equal((1, 1), (_lists, _reads));
    }

    [Fact]
    public async Task A_database_that_does_not_give_back_the_thread_holds_up_nobody()
    {
        using var ready = new ManualResetEventSlim();
        var source = Source() with
        {
            ListAsync = cancellationToken =>
            {
                ready.Wait(cancellationToken);
                return Task.FromResult<IReadOnlyList<(string, string)>>([]);
            },
        };
        var trusted = new TrustedDocuments(
            new Dictionary<string, StoredDocument>(), source, _time, NullLogger.Instance);

        // Both calls return before the database does.
        var first = trusted.FindAsync("A", Cancelled);
        var second = trusted.FindAsync("A", Cancelled);

        Assert.False(first.IsCompleted);
        Assert.False(second.IsCompleted);
        ready.Set();
        Assert.Null(await first);
        Assert.Null(await second);
    }

    [Fact]
    public async Task A_text_that_is_known_is_not_read_again()
    {
        Add("A", "{ a }");
        Add("B", "{ a }");
        var trusted = Create();
        Assert.NotNull(await trusted.FindAsync("A", Cancelled));
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.NotNull(await trusted.FindAsync("B", Cancelled));

        Assert.Equal((2, 1), (_lists, _reads));
    }

    [Fact]
    public async Task Where_the_database_is_down_nothing_is_served_from_a_list_that_is_too_old()
    {
        Add("A", "{ a }");
        var trusted = Create();
        Assert.NotNull(await trusted.FindAsync("A", Cancelled));
        _isDown = true;

        Assert.NotNull(await trusted.FindAsync("A", Cancelled));
        _time.Advance(TimeSpan.FromSeconds(30));

        await Assert.ThrowsAsync<ToySchema.LostDatabaseException>(() => trusted.FindAsync("A", Cancelled).AsTask());
        _isDown = false;
        Assert.NotNull(await trusted.FindAsync("A", Cancelled));
    }

    [Fact]
    public async Task A_row_whose_text_is_not_that_of_its_hash_is_not_trusted()
    {
        Add("A", "{ a }");
        var hash = Add("Changed", "{ before }");
        _rows["Changed"] = (hash, "{ after }");
        var foreign = DocumentHash.Of("{ foreign }");
        _rows[foreign] = (DocumentHash.Of("{ own }"), "{ own }");
        var trusted = Create();

        Assert.NotNull(await trusted.FindAsync("A", Cancelled));
        Assert.Null(await trusted.FindAsync("Changed", Cancelled));
        Assert.Null(await trusted.FindAsync(hash, Cancelled));
        Assert.Null(await trusted.FindAsync(foreign, Cancelled));
    }

    [Fact]
    public async Task The_folder_needs_no_database()
    {
        var document = StoredDocument.Of("{ a }");
        var trusted = new TrustedDocuments(
            new Dictionary<string, StoredDocument> { ["A"] = document }, Source(), _time, NullLogger.Instance);

        Assert.Equal(document, await trusted.FindAsync("A", Cancelled));
        Assert.Equal(document, await trusted.FindAsync("sha256:" + document.Hash, Cancelled));
        Assert.Equal(0, _lists);
    }

    string Add(string id, string text)
    {
        var hash = DocumentHash.Of(text);
        _rows[id] = (hash, text);
        return hash;
    }

    TrustedDocuments Create() =>
        new(new Dictionary<string, StoredDocument>(), Source(), _time, NullLogger.Instance);

    TrustedSource Source() => new(
        _ =>
        {
            _lists++;
            return _isDown
                ? throw new ToySchema.LostDatabaseException()
                : Task.FromResult<IReadOnlyList<(string, string)>>([.. _rows.Select(row => (row.Key, row.Value.Hash))]);
        },
        (hashes, _) =>
        {
            _reads++;
            return Task.FromResult<IReadOnlyList<string>>(
                [.. _rows.Values.Where(row => hashes.Contains(row.Hash)).Select(row => row.Text)]);
        });
}
