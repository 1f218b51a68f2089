using System.Security.Cryptography;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;

namespace GraphApi.Distribution.Drafting;

/// <summary>
/// Works the portions of an input into a draft: some are taken out, some changed, moved or added, in the order in which
/// they are named; title and summary always stand first.
/// </summary>
static class DraftEdits
{
    /// <summary>The most portions of a version.</summary>
    public const int MostPortions = 200;

    /// <summary>The most sources of a portion, and of a version as a whole.</summary>
    public const int MostSources = 50;

    /// <summary>The most characters of a portion's text.</summary>
    public const int LongestText = 100_000;

    const string KeyAlphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    const int LongestCitation = 2_000;
    const int LongestName = 200;

    /// <summary>What the draft is afterwards, or what of the input cannot be used.</summary>
    /// <param name="present">What it is now.</param>
    /// <param name="edits">The portions to be added or changed.</param>
    /// <param name="removed">The keys of those to be taken out.</param>
    /// <param name="sources">The sources of the whole; null: as they were.</param>
    public static (DraftContent Content, InvalidInputError? Problem) Apply(
        DraftContent present, DraftPortionInput[] edits, string[] removed, DraftSourceInput[]? sources)
    {
        var portions = present.Portions.ToList();
        for (var i = 0; i < removed.Length; i++)
        {
            if (portions.RemoveAll(portion => portion.Key == removed[i]) == 0)
            {
                return Refused(present, $"removePortions[{i}]", "The draft has no portion with this key.");
            }
        }

        for (var i = 0; i < edits.Length; i++)
        {
            if (Apply(portions, edits[i], $"portions[{i}]") is { } problem)
            {
                return (present, problem);
            }
        }

        if (Check(sources ?? [], "sources") is { } wrong)
        {
            return (present, wrong);
        }

        if (portions.Count > MostPortions)
        {
            return Refused(present, "portions", $"A version has at most {MostPortions} portions.");
        }

        if (portions.Count(portion => portion.Kind == PortionKind.Title) != 1)
        {
            return Refused(present, "portions", "A draft has one portion of the kind TITLE.");
        }

        if (portions.Count(portion => portion.Kind == PortionKind.Summary) > 1)
        {
            return Refused(present, "portions", "A draft has at most one portion of the kind SUMMARY.");
        }

        return (
            new DraftContent(
                [.. Named(portions.OrderBy(PlaceOf))],
                sources is null ? present.Sources : [.. sources.Select(source => source.ToSpec())]),
            null);
    }

    static (DraftContent, InvalidInputError) Refused(DraftContent present, string field, string message) =>
        (present, new InvalidInputError(field, message));

    static InvalidInputError? Apply(List<DraftPortion> portions, DraftPortionInput edit, string field)
    {
        var place = edit.Key is null ? -1 : portions.FindIndex(portion => portion.Key == edit.Key);
        if (edit.Key is not null && place < 0)
        {
            return new InvalidInputError($"{field}.key", "The draft has no portion with this key.");
        }

        if (place < 0 && (edit.Kind is null || edit.Text is null || edit.Marking is null))
        {
            return new InvalidInputError(field, "A new portion needs a kind, a text and a marking of its own.");
        }

        if (Check(edit, field) is { } problem)
        {
            return problem;
        }

        var portion = Edited(place < 0 ? null : portions[place], edit);
        if (edit.After is not null)
        {
            var before = portions.FindIndex(other => other.Key == edit.After);
            if (before < 0 || before == place)
            {
                return new InvalidInputError($"{field}.after", "The draft has no other portion with this key.");
            }

            if (place >= 0)
            {
                portions.RemoveAt(place);
                before -= before > place ? 1 : 0;
            }

            portions.Insert(before + 1, portion);
        }
        else if (place < 0)
        {
            portions.Add(portion);
        }
        else
        {
            portions[place] = portion;
        }

        return null;
    }

    static DraftPortion Edited(DraftPortion? present, DraftPortionInput edit) => new(
        present?.Key,
        edit.Kind ?? present!.Kind,
        edit.Text ?? present!.Text,
        edit.Marking?.ToMarking() ?? present!.Marking,
        edit.IsTearline ?? present?.IsTearline ?? false,
        edit.ContainsUsPersonInformation ?? present?.ContainsUsPersonInformation ?? false,
        edit.Likelihood.Or(present?.Likelihood),
        edit.Confidence.Or(present?.Confidence),
        edit.Sources is null ? present?.Sources ?? [] : [.. edit.Sources.Select(source => source.ToSpec())]);

    static InvalidInputError? Check(DraftPortionInput edit, string field)
    {
        if (edit.Text is not null && DraftText.Check(edit.Text, LongestText, $"{field}.text") is { } text)
        {
            return text;
        }

        if (edit.Marking is { } marking)
        {
            if (marking.DesignatedBy is { } agency
                && DraftText.Check(agency, LongestName, $"{field}.marking.designatedBy") is { } name)
            {
                return name;
            }

            if (!marking.ReleasableTo.All(IsCountry))
            {
                return new InvalidInputError(
                    $"{field}.marking.releasableTo", "A country has three capital letters, ISO 3166-1 alpha-3.");
            }
        }

        return Check(edit.Sources ?? [], $"{field}.sources");
    }

    static InvalidInputError? Check(DraftSourceInput[] sources, string field)
    {
        if (sources.Length > MostSources)
        {
            return new InvalidInputError(field, $"There are at most {MostSources} sources.");
        }

        for (var i = 0; i < sources.Length; i++)
        {
            if ((DraftText.Check(sources[i].Citation, LongestCitation, $"{field}[{i}].citation")
                ?? DraftText.Check(sources[i].Originator, LongestName, $"{field}[{i}].originator")) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    static bool IsCountry(string code) => code.Length == 3 && code.All(char.IsAsciiLetterUpper);

    static int PlaceOf(DraftPortion portion) => portion.Kind switch
    {
        PortionKind.Title => 0,
        PortionKind.Summary => 1,
        _ => 2,
    };

    // Numbered keys would tell where a portion is withheld.
    static IEnumerable<DraftPortion> Named(IEnumerable<DraftPortion> portions)
    {
        var taken = portions.Select(portion => portion.Key).OfType<string>().ToHashSet();
        foreach (var portion in portions)
        {
            var key = portion.Key ?? portion.Kind switch
            {
                PortionKind.Title when !taken.Contains("title") => "title",
                PortionKind.Summary when !taken.Contains("summary") => "summary",
                _ => RandomNumberGenerator.GetString(KeyAlphabet, 8),
            };
            taken.Add(key);
            yield return portion with { Key = key };
        }
    }
}
