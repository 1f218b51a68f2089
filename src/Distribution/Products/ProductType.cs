namespace GraphApi.Distribution.Products;

/// <summary>The eight types of product that fusion centers make.</summary>
enum ProductType
{
    /// <summary>An answer to a customer's request for specific information.</summary>
    RfiResponse,

    /// <summary>What is known of an event or incident that is developing.</summary>
    SituationalAwarenessProduct,

    /// <summary>Criminal threats and incidents, and possible terrorist threats.</summary>
    Bulletin,

    /// <summary>Credible reports or analytic signs of a specific or imminent threat.</summary>
    IntelligenceWarningBulletin,

    /// <summary>
    /// Cyber and physical security incidents of the region, and criminal trends and tactics that develop.
    /// </summary>
    AdvisoryNotification,

    /// <summary>Formal reports, periodic and on situations.</summary>
    FormalReport,

    /// <summary>A threat in detail, with its trends now and to come.</summary>
    ThreatAssessment,

    /// <summary>An assessment of threats, vulnerabilities and consequences together.</summary>
    RiskAssessment,
}
