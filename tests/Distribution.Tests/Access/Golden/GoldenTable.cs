using GraphApi.Harness;

namespace GraphApi.Distribution.Tests.Access.Golden;

/// <summary>The table of golden-access.md, read as it is written.</summary>
sealed class GoldenTable
{
    public const string File = "tests/Distribution.Tests/Access/Golden/golden-access.md";

    const string LedgerFile = "tests/Distribution.Tests/Access/Golden/golden-ledger.md";

    readonly string[] _columns;
    readonly Dictionary<string, string[]> _cells = [];

    GoldenTable(string[] lines, string header)
    {
        var table = lines.SkipWhile(line => !line.StartsWith($"| {header} | ", StringComparison.Ordinal))
            .TakeWhile(line => line.Length > 0)
            .Select(Split)
            .ToList();
        _columns = table[0][2..];
        foreach (var row in table.Skip(2))
        {
            _cells.Add(row[0], row[2..]);
        }

        Ways = lines.Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Select(Split).Where(row => row.Length == 2 && row[0] != "way" && row[0][0] != '-')
            .ToDictionary(row => row[0], row => row[1]);
    }

    /// <summary>The table of products.</summary>
    public static GoldenTable Read() => new(Repository.Lines(File), "no");

    /// <summary>The table of versions that are not released.</summary>
    public static GoldenTable ReadDrafts() => new(Repository.Lines(File), "draft");

    /// <summary>
    /// A table of golden-ledger.md: <c>delivery</c>, <c>receipt</c>, <c>notice</c>, <c>response</c> or <c>resource</c>.
    /// </summary>
    public static GoldenTable ReadLedger(string header) => new(Repository.Lines(LedgerFile), header);

    static string[] Split(string line) => line.Trim('|').Split('|', StringSplitOptions.TrimEntries);

    /// <summary>The products, by their number of two digits.</summary>
    public IReadOnlyList<string> Products => [.. _cells.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The personas, by their two letters.</summary>
    public IReadOnlyList<string> Personas => _columns;

    /// <summary>The ways to a product, and whether they are there.</summary>
    public IReadOnlyDictionary<string, string> Ways { get; }

    /// <summary>What a persona sees of a product.</summary>
    public char Cell(string product, string persona) => _cells[product][Array.IndexOf(_columns, persona)].Single();

    /// <summary>The products a persona sees anything of.</summary>
    public IEnumerable<string> Seen(string persona) => Products.Where(product => Cell(product, persona) != '.');
}
