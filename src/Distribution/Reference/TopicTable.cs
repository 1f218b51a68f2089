namespace GraphApi.Distribution.Reference;

/// <summary>The topics, two levels of them; a parent stands before its children.</summary>
static class TopicTable
{
    /// <summary>All topics.</summary>
    public static readonly IReadOnlyList<TopicReference> All =
    [
        new("CYBER_SECURITY", "Cyber Security"),
        new("RANSOMWARE", "Ransomware", "CYBER_SECURITY"),
        new("PHISHING_AND_FRAUD", "Phishing and Fraud", "CYBER_SECURITY"),
        new("OPERATIONAL_TECHNOLOGY", "Operational Technology", "CYBER_SECURITY"),
        new("PHYSICAL_SECURITY", "Physical Security"),
        new("UNMANNED_AIRCRAFT", "Unmanned Aircraft", "PHYSICAL_SECURITY"),
        new("THEFT_AND_DIVERSION", "Theft and Diversion", "PHYSICAL_SECURITY"),
        new("SABOTAGE_AND_VANDALISM", "Sabotage and Vandalism", "PHYSICAL_SECURITY"),
        new("SUSPICIOUS_ACTIVITY", "Suspicious Activity Indicators", "PHYSICAL_SECURITY"),
        new("TERRORISM_PREVENTION", "Terrorism Prevention"),
        new("TARGETED_VIOLENCE_AND_TERRORISM_PREVENTION", "Targeted Violence and Terrorism Prevention",
            "TERRORISM_PREVENTION"),
        new("COUNTERING_VIOLENT_EXTREMISM", "Countering Violent Extremism", "TERRORISM_PREVENTION",
            "TARGETED_VIOLENCE_AND_TERRORISM_PREVENTION"),
        new("COMMUNITY_ENGAGEMENT", "Engagement With Local Communities", "TERRORISM_PREVENTION"),
        new("GOVERNMENT_AND_LAW_ENFORCEMENT_EXPERTISE", "Government and Law Enforcement Expertise",
            "TERRORISM_PREVENTION"),
        new("COUNTER_PROPAGANDA", "Countering Propaganda", "TERRORISM_PREVENTION"),
        new("CRIME", "Crime"),
        new("VIOLENT_CRIME", "Violent Crime", "CRIME"),
        new("ORGANIZED_RETAIL_CRIME", "Organized Retail Crime", "CRIME"),
        new("NARCOTICS", "Narcotics", "CRIME"),
        new("HUMAN_TRAFFICKING", "Human Trafficking", "CRIME"),
        new("PUBLIC_HEALTH_AND_SAFETY", "Public Health and Safety"),
        new("SPECIAL_EVENTS", "Special Events", "PUBLIC_HEALTH_AND_SAFETY"),
        new("SCHOOL_SAFETY", "School Safety", "PUBLIC_HEALTH_AND_SAFETY"),
        new("NATURAL_HAZARDS", "Natural Hazards"),
        new("SEVERE_WEATHER", "Severe Weather", "NATURAL_HAZARDS"),
        new("WILDFIRE", "Wildfire", "NATURAL_HAZARDS"),
    ];
}
