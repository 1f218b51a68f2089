using System.Collections.Frozen;

namespace GraphApi.Distribution.Demonstration;

/// <summary>
/// How the generated sentences speak of a topic: generic words, no group, person or event that exists.
/// </summary>
static class TopicPhrases
{
    static readonly FrozenDictionary<string, string> ByCode = new Dictionary<string, string>
    {
        ["CYBER_SECURITY"] = "intrusions into business networks",
        ["RANSOMWARE"] = "ransomware",
        ["PHISHING_AND_FRAUD"] = "phishing and payment fraud",
        ["OPERATIONAL_TECHNOLOGY"] = "tampering with control systems",
        ["PHYSICAL_SECURITY"] = "attempts to enter closed areas",
        ["UNMANNED_AIRCRAFT"] = "unauthorized drone flights",
        ["THEFT_AND_DIVERSION"] = "theft and diversion of supplies",
        ["SABOTAGE_AND_VANDALISM"] = "sabotage and vandalism",
        ["SUSPICIOUS_ACTIVITY"] = "surveillance of facilities",
        ["TERRORISM_PREVENTION"] = "preparation of attacks",
        ["TARGETED_VIOLENCE_AND_TERRORISM_PREVENTION"] = "threats of targeted violence",
        ["COMMUNITY_ENGAGEMENT"] = "concerns raised by community partners",
        ["CRIME"] = "organized property crime",
        ["VIOLENT_CRIME"] = "armed robbery",
        ["ORGANIZED_RETAIL_CRIME"] = "organized retail theft",
        ["NARCOTICS"] = "trafficking of counterfeit pills",
        ["HUMAN_TRAFFICKING"] = "human trafficking",
        ["PUBLIC_HEALTH_AND_SAFETY"] = "shortages of medical supplies",
        ["SPECIAL_EVENTS"] = "disruption of public events",
        ["SCHOOL_SAFETY"] = "hoax threats against schools",
        ["NATURAL_HAZARDS"] = "flooding of low-lying facilities",
        ["SEVERE_WEATHER"] = "severe storms",
        ["WILDFIRE"] = "wildfire",
    }.ToFrozenDictionary();

    /// <summary>The words for a topic that some list template names.</summary>
    public static string Of(string topic) => ByCode[topic];
}
