using GraphApi.Harness;
using Npgsql;

namespace GraphApi.Server.Tests.Scenarios;

/// <summary>
/// What is published, corrected and recalled while others follow, and who may have it: as the test did it, and not as
/// the servers see it. Thread-safe.
/// </summary>
sealed class LiveWorld(TwoNodes nodes)
{
    public static readonly string[] Lists = ["one", "two", "three"];

    readonly Dictionary<string, Product> _products = [];
    readonly Dictionary<string, HashSet<string>> _members = [];
    readonly Dictionary<string, HashSet<string>> _ever = [];
    readonly Dictionary<string, HashSet<string>> _granted = [];
    readonly Lock _gate = new();
    string _center = "";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>How many products were published.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _products.Count;
            }
        }
    }

    /// <summary>Makes the lists, with those who are on them from the beginning.</summary>
    public async Task BeginAsync(Newsroom newsroom, IReadOnlyDictionary<string, string[]> members)
    {
        _center = (await newsroom.DataAsync("supervisor", "{ me { homeCenters { shortName } } }", null))
            .GetProperty("me").GetProperty("homeCenters")[0].GetProperty("shortName").GetString()!;
        await nodes.ImportAsync(Lists.Select(list => new
        {
            kind = "list",
            @ref = list,
            center = _center,
            name = NameOf(list),
            purpose = "A synthetic list.",
            tlpCeiling = "GREEN",
            members = members.Where(member => member.Value.Contains(list))
                .Select(member => new { person = member.Key }),
        }));
        foreach (var (member, lists) in members)
        {
            _members[member] = [.. lists];
            _ever[member] = [.. lists];
        }
    }

    /// <summary>The name of a list.</summary>
    public static string NameOf(string list) => $"Synthetic list {list}";

    /// <summary>Publishes some products by one import: all of them or none.</summary>
    public async Task ImportAsync(IReadOnlyList<(string Title, string[] Lists)> products)
    {
        var marking = new { tlp = "GREEN" };
        await nodes.ImportAsync(products.Select(product => new
        {
            kind = "product",
            @ref = product.Title,
            center = _center,
            type = "BULLETIN",
            urgency = "ROUTINE",
            publishedAt = "2026-01-02T15:00:00Z",
            lists = product.Lists,
            author = "analyst",
            releasedBy = "supervisor",
            reasonForRelease = Newsroom.Reason,
            privacyReview = new
            {
                reviewer = "privacy-officer",
                signedAt = "2026-01-02T12:00:00Z",
                outcome = "CONCUR",
            },
            portions = new[]
            {
                new { kind = "TITLE", text = product.Title, marking },
                new { kind = "SUMMARY", text = $"{product.Title}: a synthetic text.", marking },
            },
        }));
        foreach (var (title, lists) in products)
        {
            Published(title, lists);
        }
    }

    /// <summary>Something was published.</summary>
    public void Published(string title, string[] lists)
    {
        lock (_gate)
        {
            _products.Add(title, new Product(title, lists));
        }
    }

    /// <summary>It was corrected once more.</summary>
    public void Revised(string title, string newTitle)
    {
        lock (_gate)
        {
            _products[title] = _products[title] with { Now = newTitle, Version = _products[title].Version + 1 };
        }
    }

    /// <summary>It was recalled.</summary>
    public void Recalled(string title)
    {
        lock (_gate)
        {
            _products[title] = _products[title] with { IsRecalled = true };
        }
    }

    /// <summary>Somebody came onto a list; or is about to.</summary>
    public void Added(string member, string list)
    {
        lock (_gate)
        {
            _members[member].Add(list);
            _ever[member].Add(list);
        }
    }

    /// <summary>Somebody left a list.</summary>
    public void Ended(string member, string list)
    {
        lock (_gate)
        {
            _members[member].Remove(list);
        }
    }

    /// <summary>Somebody was granted a product, or is about to be.</summary>
    public void Granted(string member, string title)
    {
        lock (_gate)
        {
            (_granted.TryGetValue(member, out var titles) ? titles : _granted[member] = []).Add(title);
        }
    }

    /// <summary>Whether somebody may have it by the lists he is on, and it was not recalled.</summary>
    public bool MayHave(string member, string title) =>
        !_products[title].IsRecalled && _products[title].Lists.Any(_members[member].Contains);

    /// <summary>Whether somebody is on a list to which it went.</summary>
    public bool IsFor(string member, string title) => _products[title].Lists.Any(_members[member].Contains);

    /// <summary>Whether there was any moment at which he may have had it.</summary>
    public bool MayHaveHad(string member, string title) =>
        (_ever.TryGetValue(member, out var ever) && _products[title].Lists.Any(ever.Contains))
        || (_granted.TryGetValue(member, out var granted) && granted.Contains(title));

    /// <summary>Whether it was recalled.</summary>
    public bool IsRecalled(string title) => _products[title].IsRecalled;

    /// <summary>What somebody is to hold of it by the lists he is on: number of version and title, in order.</summary>
    public IEnumerable<string> HeldBy(string member) => _products
        .Where(product => MayHave(member, product.Key))
        .Select(product => $"{product.Value.Version} {product.Value.Now}")
        .Order(StringComparer.Ordinal);

    /// <summary>What is to stand in the log of it: kind and title as first published, in order.</summary>
    public IEnumerable<string> Log() => _products.SelectMany(product => (string[])
    [
        $"Published {product.Key}",
        .. Enumerable.Repeat($"Revised {product.Key}", product.Value.Version - 1),
        .. product.Value.IsRecalled ? [$"Recalled {product.Key}"] : Array.Empty<string>(),
    ]).Order(StringComparer.Ordinal);

    /// <summary>What stands in the log of products of this world, in order.</summary>
    public async Task<List<Logged>> ReadLogAsync()
    {
        await using var connection = new NpgsqlConnection(nodes.ConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(
            """
            SELECT c.sequence, c.id, c.kind, c.product_id, t.text, c.recall_id IS NOT NULL FROM changes c
            JOIN product_versions v ON v.product_id = c.product_id AND v.number = 1
            JOIN portions t ON t.id = v.title_portion_id
            WHERE t.text LIKE 'Synthetic %' AND c.kind IN ('Published', 'Revised', 'Recalled')
            ORDER BY c.sequence
            """,
            connection);
        var log = new List<Logged>();
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        while (await reader.ReadAsync(Cancellation))
        {
            if (_products.ContainsKey(reader.GetString(4)))
            {
                log.Add(new Logged(
                    reader.GetInt64(0),
                    reader.GetGuid(1),
                    reader.GetString(2),
                    GraphApi.Data.Bindings.NodeIds.Format("Product", reader.GetGuid(3)),
                    reader.GetString(4),
                    reader.GetBoolean(5)));
            }
        }

        return log;
    }

    /// <summary>A change of the log.</summary>
    /// <param name="Sequence">Its number.</param>
    /// <param name="Id">The id of its event.</param>
    /// <param name="Kind">Its kind, as it is stored.</param>
    /// <param name="ProductId">The product, as clients name it.</param>
    /// <param name="Title">The title of its first version.</param>
    /// <param name="IsRecall">Whether it has a notice of a recall.</param>
    public sealed record Logged(
        long Sequence, Guid Id, string Kind, string ProductId, string Title, bool IsRecall);

    sealed record Product(string Now, string[] Lists, int Version = 1, bool IsRecalled = false);
}
