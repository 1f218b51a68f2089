using System.Text;
using GraphApi.Distribution.Import;
using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.States;

/// <summary>
/// How versions and their privacy reviews live, as <see cref="VersionLife"/> and <see cref="ReviewLife"/> have it, for
/// people: docs/states.md.
/// </summary>
static class StatesDocument
{
    const string Intro = """
        # How versions and privacy reviews live

        This page is made from the tables that the use cases go by (`schema states` prints it); a test fails where it
        is not what they say. What is not here cannot happen. Each step is a mutation, a part of one, or the work of the
        clock, and leaves a record of who took it, why and when that nothing changes or deletes (`history`, `events`).

        Offices are those of the center that made the version, held now, with the annual training on privacy, civil
        rights and civil liberties. Separation of duties holds for everybody, whatever his offices: who wrote a version
        neither reviews nor approves nor releases it, and who reviewed it neither approves nor releases it.
        Administrators take no step.


        """;

    /// <summary>The page.</summary>
    public static string Write()
    {
        var page = new StringBuilder(Intro);
        Write(
            page,
            "Versions",
            VersionLife.Transitions.Select(way => new Row(
                way.From is { } from ? EnumNames.Of(from) : null,
                EnumNames.Of(way.Step),
                EnumNames.Of(way.To),
                [.. way.Actors.Select(EnumNames.Of)],
                way.Guard)));
        Write(
            page,
            "Privacy reviews",
            ReviewLife.Transitions.Select(way => new Row(
                way.From is { } from ? NameOf(from) : null,
                EnumNames.Of(way.Step),
                NameOf(way.To),
                [.. way.Actors.Select(EnumNames.Of)],
                way.Guard)));
        return page.ToString().TrimEnd() + '\n';
    }

    static void Write(StringBuilder page, string title, IEnumerable<Row> rows)
    {
        var all = rows.ToList();
        page.Append("## ").Append(title).Append("\n\n```mermaid\nstateDiagram-v2\n");
        foreach (var way in all.GroupBy(row => (row.From, row.To)))
        {
            page.Append("    ").Append(way.Key.From ?? "[*]").Append(" --> ").Append(way.Key.To).Append(" : ")
                .AppendJoin(", ", way.Select(row => row.Step)).Append('\n');
        }

        foreach (var end in all.Select(row => row.To).Distinct().Where(to => all.TrueForAll(row => row.From != to)))
        {
            page.Append("    ").Append(end).Append(" --> [*]\n");
        }

        page.Append("```\n\n| From | Step | To | Who | When |\n| --- | --- | --- | --- | --- |\n");
        foreach (var row in all)
        {
            page.Append("| ").Append(row.From ?? "–").Append(" | ").Append(row.Step).Append(" | ").Append(row.To)
                .Append(" | ").AppendJoin(", ", row.Actors).Append(" | ").Append(row.Guard).Append(" |\n");
        }

        page.Append('\n');
    }

    /// <summary>The outcome where there is one that is not under decision, else the state.</summary>
    static string NameOf(ReviewStanding standing) =>
        standing is { Outcome: { } outcome, State: PrivacyReviewState.Completed or PrivacyReviewState.Resolved }
            ? EnumNames.Of(outcome)
            : EnumNames.Of(standing.State);

    sealed record Row(string? From, string Step, string To, string[] Actors, string Guard);
}
