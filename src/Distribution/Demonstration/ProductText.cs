using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Demonstration;

/// <summary>
/// The words of generated products: a title, a summary and body portions of generic sentences. Every title and every
/// summary says that it is synthetic, so that a line copied out of context is not taken for a real one.
/// </summary>
static class ProductText
{
    static readonly string[] Counts = ["Two", "Three", "Four", "Five", "Six", "Seven", "Nine", "Eleven", "Twelve"];

    static readonly string[] Periods =
        ["the past 48 hours", "the past week", "the past ten days", "the past month", "the past quarter"];

    static readonly string[] Summaries =
    [
        "{1} {2} partners in {3} reported {0} during {4}. Nothing indicates that the incidents are connected.",
        "Reports of {0} against {2} partners in {3} rose during {4}. {1} of them describe the same course of action.",
        "{1} incidents of {0} affected {2} partners in {3} during {4}; operations continued in all of them.",
        "During {4}, {0} in {3} shifted from large to small {2} facilities. {1} partners were affected.",
    ];

    static readonly string[] Bodies =
    [
        "The first report came from a facility that noticed unusual requests outside of working hours.",
        "Staff at {1} facilities recognized the pattern from an earlier product and acted before damage was done.",
        "The incidents fall on weekdays between shift changes, when few people are on site.",
        "No injuries were reported, and no service to the public was interrupted for longer than four hours.",
        "A comparison with {4} shows fewer attempts, each better prepared than those before.",
        "Partners who had rehearsed their response restored operations in half the time of those who had not.",
        "The information comes from partner reports and from open sources; parts of it could not be confirmed.",
        "Similar activity was seen in neighboring jurisdictions, with small differences in timing.",
        "The center has no information about a specific or imminent threat to {2} facilities in {3}.",
        "Most of the attempts ended at the first control that was in place.",
    ];

    static readonly string[] Judgments =
    [
        "It is {4} that {0} will continue to affect {2} partners in {3} over the next quarter ({5} confidence).",
        "It is {4} that facilities without rehearsed procedures will be chosen first ({5} confidence).",
        "It is {4} that the activity will move to neighboring jurisdictions ({5} confidence).",
    ];

    static readonly string[] Trends =
    [
        "Over {4} the number of reports changed from {1} to twice as many, while the damage for each fell.",
        "The share of reports that concern {0} has grown in each of the last periods.",
        "The activity follows the working week and drops on holidays.",
    ];

    static readonly string[] Vulnerabilities =
    [
        "Remote access that bypasses the monitored entry was found at {1} of the reviewed facilities.",
        "Deliveries are accepted without an appointment at {1} of the reviewed sites.",
        "Backup power was not tested under load at {1} of the reviewed facilities.",
        "Keys and badges of former staff were still valid at {1} of the reviewed sites.",
    ];

    static readonly string[] Indicators =
    [
        "Requests for details of security procedures without a business reason. Judge behavior, never identity.",
        "Repeated presence near entrances at shift change, combined with notes or measurements.",
        "Messages that press for payment or access before the end of the day.",
        "Tools or supplies missing from areas that few people enter.",
    ];

    static readonly string[] Measures =
    [
        "Review who may enter after hours, and remove access that is no longer needed.",
        "Rehearse the loss of the main system with the shift that would have to work without it.",
        "Confirm requests for payment or access by calling a number that is already known.",
        "Walk the perimeter at changing times and note what has changed.",
        "Agree with neighbors on whom to call, and try the number.",
    ];

    static readonly string[] Reporting =
    [
        "Report emergencies to 9-1-1, suspicious behavior to the local police and to the center that issued this.",
    ];

    static readonly string[] Gaps =
    [
        "It is not known who is behind the activity, nor whether the incidents are connected.",
        "How the facilities were chosen is not known. The center asks partners for observations on this point.",
    ];

    static readonly string[] Outlooks =
    [
        "The activity will probably continue at the present level until the facilities concerned change their routine.",
        "The center will report again when the picture changes, and at the latest in the next quarter.",
    ];

    /// <summary>The title of a product of a type, about a topic and a sector.</summary>
    /// <param name="type">The product type.</param>
    /// <param name="topic">What it is about, as <see cref="TopicPhrases"/> puts it.</param>
    /// <param name="sector">The sector's name; null for a product that concerns none in particular.</param>
    /// <param name="jurisdiction">The jurisdiction's name.</param>
    /// <param name="number">A number for series, from 1.</param>
    public static string Title(
        ProductType type,
        string topic,
        string? sector,
        string jurisdiction,
        int number)
    {
        var audience = sector is null ? "" : $" for {sector}";
        return type switch
        {
            ProductType.RfiResponse =>
                $"Response to a request{audience}: {topic} in {jurisdiction} (synthetic)",
            ProductType.SituationalAwarenessProduct =>
                $"Situation update {number}{audience}: {topic} in {jurisdiction} (synthetic)",
            ProductType.Bulletin => $"Bulletin{audience}: {topic} in {jurisdiction} (synthetic)",
            ProductType.IntelligenceWarningBulletin =>
                $"Warning{audience}: indications of {topic} in {jurisdiction} (synthetic)",
            ProductType.AdvisoryNotification => $"Advisory{audience}: {topic} in {jurisdiction} (synthetic)",
            ProductType.FormalReport => $"Quarterly report {number}{audience}: {topic} in {jurisdiction} (synthetic)",
            ProductType.ThreatAssessment => $"Threat assessment{audience}: {topic} in {jurisdiction} (synthetic)",
            _ => $"Risk assessment{audience}: {topic} in {jurisdiction} (synthetic)",
        };
    }

    /// <summary>The text of a portion of a kind: one to three sentences for a body, one for the others.</summary>
    public static string Portion(
        PortionKind kind,
        string topic,
        string sector,
        string jurisdiction,
        ref SeededRandom random)
    {
        var sentences = kind switch
        {
            PortionKind.Summary => Summaries,
            PortionKind.TrendsAndPatterns => Trends,
            PortionKind.IdentifiedVulnerabilities => Vulnerabilities,
            PortionKind.IndicatorsAndWarnings => Indicators,
            PortionKind.ProtectiveMeasures => Measures,
            PortionKind.ReportingInstructions => Reporting,
            PortionKind.IntelligenceGaps => Gaps,
            PortionKind.Outlook => Outlooks,
            _ => Bodies,
        };
        var first = random.Below(sentences.Length);
        var text = Fill(sentences[first], topic, sector, jurisdiction, ref random);
        if (ReferenceEquals(sentences, Bodies))
        {
            for (var more = random.Below(3); more > 0; more--)
            {
                first = (first + 1 + random.Below(4)) % sentences.Length;
                text += " " + Fill(sentences[first], topic, sector, jurisdiction, ref random);
            }
        }

        return kind == PortionKind.Summary ? text + " Synthetic demonstration text." : text;
    }

    /// <summary>A judgment in the words of its likelihood and its confidence.</summary>
    public static string Judgment(
        Likelihood likelihood,
        AnalyticConfidence confidence,
        string topic,
        string sector,
        string jurisdiction,
        ref SeededRandom random) => string.Format(
            random.Pick<string>(Judgments),
            topic,
            null,
            sector,
            jurisdiction,
            likelihood switch
            {
                Likelihood.AlmostNoChance => "almost certainly not the case",
                Likelihood.VeryUnlikely => "very unlikely",
                Likelihood.Unlikely => "unlikely",
                Likelihood.RoughlyEvenChance => "about as likely as not",
                Likelihood.Likely => "likely",
                Likelihood.VeryLikely => "very likely",
                _ => "almost certain",
            },
            confidence.ToString().ToLowerInvariant());

    static string Fill(string sentence, string topic, string sector, string jurisdiction, ref SeededRandom random)
    {
        if (!sentence.Contains('{'))
        {
            return sentence;
        }

        var text = string.Format(
            sentence,
            topic,
            random.Pick<string>(Counts),
            sector,
            jurisdiction,
            random.Pick<string>(Periods));
        return text.Length > 0 && char.IsLower(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;
    }
}
