using GraphApi.Distribution.Centers;
using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Demonstration;

/// <summary>How often what occurs among generated products.</summary>
static class ProductMix
{
    /// <summary>The product types.</summary>
    public static readonly (ProductType, int)[] Types =
    [
        (ProductType.SituationalAwarenessProduct, 30), (ProductType.Bulletin, 25),
        (ProductType.AdvisoryNotification, 15), (ProductType.RfiResponse, 15), (ProductType.FormalReport, 7),
        (ProductType.ThreatAssessment, 4), (ProductType.IntelligenceWarningBulletin, 2),
        (ProductType.RiskAssessment, 2),
    ];

    /// <summary>The narrowest TLP of a product.</summary>
    public static readonly (Tlp, int)[] Tlps =
        [(Tlp.Clear, 8), (Tlp.Green, 37), (Tlp.Amber, 35), (Tlp.AmberStrict, 17), (Tlp.Red, 3)];

    /// <summary>One product in that many has a second version, and of those one in five a third.</summary>
    public const double Revised = 0.15;

    /// <summary>The share of revised products that have a third version.</summary>
    public const double RevisedTwice = 0.2;

    /// <summary>The share of products that were recalled.</summary>
    public const double Recalled = 0.0075;

    /// <summary>The share of products that are still in review.</summary>
    public const double InReview = 0.01;

    /// <summary>The share of exercise products.</summary>
    public const double Exercise = 0.03;

    /// <summary>The urgency that goes with a type.</summary>
    public static Urgency UrgencyOf(ProductType type) => type switch
    {
        ProductType.IntelligenceWarningBulletin => Urgency.Immediate,
        ProductType.AdvisoryNotification => Urgency.Urgent,
        ProductType.Bulletin or ProductType.SituationalAwarenessProduct => Urgency.Priority,
        _ => Urgency.Routine,
    };

    /// <summary>For how many days a product of a type is valid.</summary>
    public static int DaysOf(ProductType type) => type switch
    {
        ProductType.IntelligenceWarningBulletin => 3,
        ProductType.AdvisoryNotification => 30,
        ProductType.Bulletin => 180,
        ProductType.SituationalAwarenessProduct => 1,
        _ => 365,
    };

    /// <summary>The hazards that a topic belongs to.</summary>
    public static HazardScope[] HazardsOf(string topic) => topic switch
    {
        "SEVERE_WEATHER" or "WILDFIRE" or "NATURAL_HAZARDS" => [HazardScope.AllHazards, HazardScope.NaturalHazard],
        "PUBLIC_HEALTH_AND_SAFETY" or "SPECIAL_EVENTS" => [HazardScope.AllHazards],
        "TERRORISM_PREVENTION" or "TARGETED_VIOLENCE_AND_TERRORISM_PREVENTION" or "SUSPICIOUS_ACTIVITY" =>
            [HazardScope.AllCrimes, HazardScope.Terrorism],
        "OPERATIONAL_TECHNOLOGY" or "SABOTAGE_AND_VANDALISM" => [HazardScope.AllCrimes, HazardScope.ManMadeHazard],
        _ => [HazardScope.AllCrimes],
    };
}
