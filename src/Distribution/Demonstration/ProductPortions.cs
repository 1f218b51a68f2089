using GraphApi.Distribution.Products;
using GraphApi.Distribution.Reference;

namespace GraphApi.Distribution.Demonstration;

/// <summary>Draws the portions of a version: a title, a summary, and what a product of its type has besides.</summary>
static class ProductPortions
{
    static readonly PortionKind[] Short =
        [PortionKind.Body, PortionKind.Body, PortionKind.ProtectiveMeasures, PortionKind.ReportingInstructions];

    static readonly PortionKind[] Notice =
    [
        PortionKind.Body, PortionKind.Body, PortionKind.TrendsAndPatterns, PortionKind.IndicatorsAndWarnings,
        PortionKind.SourceSummary, PortionKind.ProtectiveMeasures, PortionKind.ReportingInstructions,
    ];

    static readonly PortionKind[] Assessment =
    [
        PortionKind.ScopeNote, PortionKind.KeyJudgment, PortionKind.KeyJudgment, PortionKind.Body, PortionKind.Body,
        PortionKind.TrendsAndPatterns, PortionKind.IdentifiedVulnerabilities, PortionKind.IndicatorsAndWarnings,
        PortionKind.SourceSummary, PortionKind.IntelligenceGaps, PortionKind.Outlook, PortionKind.ProtectiveMeasures,
        PortionKind.ReportingInstructions,
    ];

    static readonly Likelihood[] Likelihoods = Enum.GetValues<Likelihood>();

    static readonly AnalyticConfidence[] Confidences = Enum.GetValues<AnalyticConfidence>();

    static readonly Dictionary<string, string> SectorNames =
        SectorTable.All.ToDictionary(sector => sector.Code, sector => sector.Name);

    /// <summary>The portions of one version of a product.</summary>
    public static IReadOnlyList<PortionSpec> Draw(
        int index,
        ProductType type,
        ProductHandling handling,
        ListTemplate template,
        string topic,
        string sector,
        JurisdictionReference jurisdiction,
        int number,
        ref SeededRandom random)
    {
        var words = TopicPhrases.Of(topic);
        var sectorName = SectorNames[sector];
        var kinds = type switch
        {
            ProductType.SituationalAwarenessProduct => Short,
            ProductType.FormalReport or ProductType.ThreatAssessment or ProductType.RiskAssessment => Assessment,
            _ => Notice,
        };
        var portions = new List<PortionSpec>(kinds.Length + 4)
        {
            new(
                PortionKind.Title,
                ProductText.Title(
                    type, words, template.LawEnforcement ? null : sectorName, jurisdiction.Name, (index % 12) + 1),
                handling.Release),
            new(
                PortionKind.Summary,
                ProductText.Portion(PortionKind.Summary, words, sectorName, jurisdiction.Name, ref random),
                handling.Release),
        };
        if (number > 1)
        {
            portions.Add(new PortionSpec(
                PortionKind.ChangeNotice, $"Version {number} replaces the version before it.", handling.Release));
        }

        foreach (var kind in kinds)
        {
            if (kind == PortionKind.KeyJudgment)
            {
                var likelihood = random.Pick<Likelihood>(Likelihoods);
                var confidence = random.Pick<AnalyticConfidence>(Confidences);
                portions.Add(new PortionSpec(
                    kind,
                    ProductText.Judgment(likelihood, confidence, words, sectorName, jurisdiction.Name, ref random),
                    handling.Body,
                    likelihood,
                    confidence));
                continue;
            }

            portions.Add(new PortionSpec(
                kind,
                ProductText.Portion(kind, words, sectorName, jurisdiction.Name, ref random),
                handling.Of(kind, template, ref random)));
            if (kind == PortionKind.Body && random.Chance(0.6))
            {
                portions.Add(new PortionSpec(
                    PortionKind.Body,
                    ProductText.Portion(kind, words, sectorName, jurisdiction.Name, ref random),
                    handling.Body));
            }
        }

        return portions;
    }
}
