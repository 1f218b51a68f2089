using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Drafting;

/// <inheritdoc cref="SourceSpec"/>
sealed record DraftSourceInput(
    string Citation,
    string Originator,
    SourceKind Kind,
    SourceReliability? Reliability,
    InformationCredibility? Credibility,
    ThirdAgencyConsent ThirdAgencyConsent)
{
    /// <summary>What is known of the source.</summary>
    public SourceSpec ToSpec() => new(Citation, Originator, Kind, Reliability, Credibility, ThirdAgencyConsent);
}
