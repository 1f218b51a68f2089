using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace GraphApi.Peer;

/// <summary>The GraphQL names of stored enumeration members.</summary>
static partial class ScreamingNames
{
    static readonly FrozenDictionary<string, string> Known = new[]
    {
        "RfiResponse", "SituationalAwarenessProduct", "Bulletin", "IntelligenceWarningBulletin", "AdvisoryNotification",
        "FormalReport", "ThreatAssessment", "RiskAssessment", "Immediate", "Urgent", "Priority", "Routine",
    }.ToFrozenDictionary(n => n, n => Boundary().Replace(n, "_").ToUpperInvariant());

    public static string Of(string member) => Known[member];

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Boundary();
}
