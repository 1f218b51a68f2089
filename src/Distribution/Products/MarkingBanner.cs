using System.Text;

namespace GraphApi.Distribution.Products;

/// <summary>
/// The marking of several portions together. Never written by hand: the narrowest TLP, the CUI banner as the registry
/// of
/// the National Archives lays it out (specified before basic, alphabetical, one slash inside a group, two between
/// groups),
/// and what stands beside it.
/// </summary>
/// <param name="Tlp">The narrowest TLP.</param>
/// <param name="Cui">The CUI banner; null where nothing is controlled.</param>
/// <param name="Text">All in one line.</param>
sealed record MarkingBanner(Tlp Tlp, string? Cui, string Text)
{
    /// <summary>The banner of portions with these markings; TLP:CLEAR where there are none.</summary>
    public static MarkingBanner Of(IReadOnlyCollection<PortionMarking> markings)
    {
        var tlp = markings.Count == 0 ? Tlp.Clear : markings.Max(marking => marking.Tlp);
        var cui = CuiBanner(markings);
        var text = new StringBuilder(TextOf(tlp));
        if (cui is not null)
        {
            text.Append("//").Append(cui);
        }

        foreach (var legend in Legends(markings))
        {
            text.Append("//").Append(legend);
        }

        return new MarkingBanner(tlp, cui, text.ToString());
    }

    /// <summary>A TLP as the protocol writes it.</summary>
    public static string TextOf(Tlp tlp) => tlp == Tlp.AmberStrict ? "TLP:AMBER+STRICT" : $"TLP:{Upper(tlp)}";

    static string? CuiBanner(IReadOnlyCollection<PortionMarking> markings)
    {
        var specified = Categories(markings, m => m.CuiSpecified);
        // A category that is specified anywhere is not repeated as basic.
        var basic = Categories(markings, m => m.CuiBasic).Except(specified);
        string[] categories = [.. specified.Select(c => $"SP-{c}"), .. basic];
        var controls = ControlsOf(markings);
        if (categories.Length == 0 && controls.Count == 0)
        {
            return null;
        }

        var banner = new StringBuilder("CUI");
        if (categories.Length > 0)
        {
            banner.Append("//").AppendJoin('/', categories);
        }

        if (controls.Count > 0)
        {
            banner.Append("//").AppendJoin('/', controls);
        }

        return banner.ToString();
    }

    static List<string> Categories(
        IReadOnlyCollection<PortionMarking> markings,
        Func<PortionMarking, IReadOnlyCollection<CuiCategory>> read) =>
        [.. markings.SelectMany(read).Distinct().Select(category => Upper(category)).Order(StringComparer.Ordinal)];

    /// <summary>
    /// The controls; DL ONLY supersedes the others, and REL TO names only countries that every portion names.
    /// </summary>
    static List<string> ControlsOf(IReadOnlyCollection<PortionMarking> markings)
    {
        var controls = markings.SelectMany(marking => marking.DisseminationControls).ToHashSet();
        if (controls.Contains(LimitedDisseminationControl.DlOnly))
        {
            return ["DL ONLY"];
        }

        // What may not go to any foreign national may not go to listed ones.
        if (controls.Contains(LimitedDisseminationControl.Noforn))
        {
            controls.Remove(LimitedDisseminationControl.RelTo);
            controls.Remove(LimitedDisseminationControl.DisplayOnly);
            controls.Remove(LimitedDisseminationControl.Relido);
        }

        return [.. controls.Select(control => TextOf(control, markings)).Order(StringComparer.Ordinal)];
    }

    static string TextOf(
        LimitedDisseminationControl control,
        IReadOnlyCollection<PortionMarking> markings) => control switch
        {
            LimitedDisseminationControl.FedOnly => "FED ONLY",
            LimitedDisseminationControl.RelTo => $"REL TO {Countries(control, markings)}",
            LimitedDisseminationControl.DisplayOnly => $"DISPLAY ONLY {Countries(control, markings)}",
            LimitedDisseminationControl.AttorneyClient => "ATTORNEY-CLIENT",
            LimitedDisseminationControl.AttorneyWp => "ATTORNEY-WP",
            _ => Upper(control),
        };

    /// <summary>USA first, the others alphabetical: those that every portion with the control lists.</summary>
    static string Countries(LimitedDisseminationControl control, IReadOnlyCollection<PortionMarking> markings)
    {
        var lists = markings.Where(m => m.DisseminationControls.Contains(control)).Select(m => m.ReleasableTo).ToList();
        var common = lists.Skip(1).Aggregate(lists[0].AsEnumerable(), (all, next) => all.Intersect(next));
        return string.Join(", ", common.Where(c => c != "USA").Order(StringComparer.Ordinal).Prepend("USA"));
    }

    /// <summary>What the registry has no banner for, as its own communities write it.</summary>
    static SortedSet<string> Legends(IReadOnlyCollection<PortionMarking> markings)
    {
        var legends = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var sensitivity in markings.SelectMany(marking => marking.Sensitivities))
        {
            legends.Add(Upper(sensitivity));
        }

        foreach (var legacy in markings.SelectMany(marking => marking.LegacyMarkings))
        {
            legends.Add(legacy == LegacyMarking.NofornLes ? "LES NOFORN" : Upper(legacy));
        }

        return legends;
    }

    static string Upper<TEnum>(TEnum value)
        where TEnum : struct, Enum => value.ToString().ToUpperInvariant();
}
