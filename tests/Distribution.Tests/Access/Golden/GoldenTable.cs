using GraphApi.Harness;

namespace GraphApi.Distribution.Tests.Access.Golden;

/// <summary>The table of golden-access.md, read as it is written.</summary>
sealed class GoldenTable
{
    public const string File = "tests/Distribution.Tests/Access/Golden/golden-access.md";

    readonly string[] _columns;
    readonly Dictionary<string, string[]> _cells = [];

    GoldenTable(IEnumerable<string> lines)
    {
        var rows = lines.Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))
            .ToList();
        _columns = rows.Single(row => row[0] == "no")[2..];
        foreach (var row in rows.Where(row => row[0].Length == 2 && row[0].All(char.IsAsciiDigit)))
        {
            _cells.Add(row[0], row[2..]);
        }

        Ways = rows.Where(row => row.Length == 2 && row[0] != "way" && row[0][0] != '-')
            .ToDictionary(row => row[0], row => row[1]);
    }

    public static GoldenTable Read() => new(Repository.Lines(File));

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
