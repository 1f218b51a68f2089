namespace GraphApi.Distribution.Products;

/// <summary>What an author knows of a source.</summary>
/// <param name="Citation">What is cited.</param>
/// <param name="Originator">Whose information it is.</param>
/// <param name="Kind">Of what kind it is.</param>
/// <param name="Reliability">How far it can be relied on; null: not rated.</param>
/// <param name="Credibility">How far what it says can be believed; null: not rated.</param>
/// <param name="Consent">Whether a third agency let its information be passed on.</param>
sealed record SourceSpec(
    string Citation,
    string Originator,
    SourceKind Kind,
    SourceReliability? Reliability,
    InformationCredibility? Credibility,
    ThirdAgencyConsent Consent);
