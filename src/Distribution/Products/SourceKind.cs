namespace GraphApi.Distribution.Products;

/// <summary>Of what kind a source is.</summary>
enum SourceKind
{
    /// <summary>Reporting of a law enforcement agency.</summary>
    LawEnforcementReporting,

    /// <summary>What a partner submitted.</summary>
    PartnerSubmission,

    /// <summary>Reporting of a federal agency.</summary>
    FederalReporting,

    /// <summary>What anyone can read.</summary>
    OpenSource,

    /// <summary>Social media.</summary>
    SocialMedia,

    /// <summary>A sensor or another technical means.</summary>
    SensorOrTechnical,

    /// <summary>A judgment of analysts.</summary>
    AnalyticJudgment,
}
