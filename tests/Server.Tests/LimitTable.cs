using System.Text.RegularExpressions;
using GraphApi.Harness;

namespace GraphApi.Server.Tests;

/// <summary>A row of the tables in docs/limits.md.</summary>
/// <param name="Key">The key of the configuration.</param>
/// <param name="Default">The default.</param>
/// <param name="Least">The least that can be set.</param>
/// <param name="Most">The most that can be set.</param>
/// <param name="Code">The code; null: none.</param>
/// <param name="Message">The message, with <c>{n}</c> for the limit and <c>{b}</c> for what was asked.</param>
sealed partial record LimitTable(string Key, int Default, int Least, int Most, string? Code, string Message)
{
    /// <summary>All rows, in order.</summary>
    public static IReadOnlyList<LimitTable> Rows { get; } =
    [
        .. Repository.Lines("docs/limits.md").Select(line => Row().Match(line)).Where(match => match.Success)
            .Select(match => new LimitTable(
                match.Groups["key"].Value,
                int.Parse(match.Groups["default"].Value),
                int.Parse(match.Groups["least"].Value),
                int.Parse(match.Groups["most"].Value),
                match.Groups["code"].Value is "none" ? null : match.Groups["code"].Value.Trim('`'),
                match.Groups["message"].Value)),
    ];

    /// <summary>The row of a key.</summary>
    public static LimitTable Of(string key) => Rows.Single(row => row.Key == key);

    /// <summary>The message as a client reads it.</summary>
    public string Told(int limit, int? asked = null) => Message
        .Replace("{n}", limit.ToString(), StringComparison.Ordinal)
        .Replace("{b}", asked?.ToString() ?? "{b}", StringComparison.Ordinal);

    [GeneratedRegex(
        @"^\| `(?<key>[\w:]+)` \| (?<default>\d+) \| (?<least>\d+) to (?<most>\d+) \| (?<code>\S+) \| (?<message>.+) \|$")]
    private static partial Regex Row();
}
