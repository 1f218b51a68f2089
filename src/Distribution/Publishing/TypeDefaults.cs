using System.Diagnostics;
using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Publishing;

/// <summary>What the type of a product means for its release, where the draft says nothing else.</summary>
static class TypeDefaults
{
    /// <summary>How long it is valid from its release on; null: the draft must say it, or it is open-ended.</summary>
    public static TimeSpan? ValidityOf(ProductType type) => type switch
    {
        ProductType.IntelligenceWarningBulletin => TimeSpan.FromHours(72),
        ProductType.SituationalAwarenessProduct => TimeSpan.FromHours(24),
        ProductType.AdvisoryNotification => TimeSpan.FromDays(30),
        ProductType.Bulletin => TimeSpan.FromDays(180),
        ProductType.FormalReport or ProductType.ThreatAssessment or ProductType.RiskAssessment =>
            TimeSpan.FromDays(365),
        // An answer is valid as long as the request it answers says.
        ProductType.RfiResponse => null,
        _ => throw new UnreachableException(),
    };

    /// <summary>Whether recipients are to say that it arrived.</summary>
    public static bool MustBeAcknowledged(ProductType type, IReadOnlyCollection<Portion> portions) => type switch
    {
        ProductType.IntelligenceWarningBulletin => true,
        ProductType.RiskAssessment => portions.Any(portion => portion.Kind == PortionKind.IdentifiedVulnerabilities),
        _ => false,
    };
}
