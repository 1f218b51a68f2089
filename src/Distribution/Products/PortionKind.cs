namespace GraphApi.Distribution.Products;

/// <summary>What a portion of a product is.</summary>
enum PortionKind
{
    /// <summary>The title.</summary>
    Title,

    /// <summary>The summary.</summary>
    Summary,

    /// <summary>What the product covers.</summary>
    ScopeNote,

    /// <summary>A key judgment.</summary>
    KeyJudgment,

    /// <summary>Running text.</summary>
    Body,

    /// <summary>Trends and patterns.</summary>
    TrendsAndPatterns,

    /// <summary>Vulnerabilities found in a jurisdiction.</summary>
    IdentifiedVulnerabilities,

    /// <summary>Indicators and warnings.</summary>
    IndicatorsAndWarnings,

    /// <summary>How to report suspicious activity.</summary>
    ReportingInstructions,

    /// <summary>Protective measures, prevention and mitigation.</summary>
    ProtectiveMeasures,

    /// <summary>National information in its local context.</summary>
    LocalContext,

    /// <summary>What is expected.</summary>
    Outlook,

    /// <summary>What is not known.</summary>
    IntelligenceGaps,

    /// <summary>A summary of the sources.</summary>
    SourceSummary,

    /// <summary>What changed since the version before.</summary>
    ChangeNotice,

    /// <summary>Whom to contact.</summary>
    Contact,

    /// <summary>An appendix.</summary>
    Appendix,

    /// <summary>An image.</summary>
    Image,

    /// <summary>A table.</summary>
    Table,
}
