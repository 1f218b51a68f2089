using GraphApi.Distribution.Lists;
using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Demonstration;

/// <summary>
/// Products that tell a story, the same in every set: a stadium final, ransomware at water utilities, a product that
/// went to the wrong people, and what the public may read. All of it is made up, and says so.
/// </summary>
static class Scenarios
{
    const int Everybody = ListRows.AllPartners;
    const int Police = ListRows.LawEnforcement;
    const int Health = 2;
    const int Water = 3;
    const int Fire = 4;
    const int Commercial = 5;
    const int Cyber = 7;

    /// <summary>All of them, with the indexes from 0 on.</summary>
    public static IReadOnlyList<ProductSpec> All(SeedFrame frame, DistributionList[][] lists)
    {
        var build = new ScenarioBuilder(frame, lists);
        AddStadiumFinal(build);
        AddRansomware(build);
        AddOverDissemination(build);
        AddPublic(build);
        return build.Made;
    }

    static void AddStadiumFinal(ScenarioBuilder build)
    {
        build.Add(
            ProductType.IntelligenceWarningBulletin,
            "Stadium final: indications of a planned disruption at gate 4 (synthetic)",
            "A partner reported preparations to force gate 4 of the stadium during the final. The report is plausible "
                + "and not confirmed. Synthetic demonstration text.",
            Tlp.AmberStrict, "SPECIAL_EVENTS", "COMMERCIAL_FACILITIES", hoursAgo: 48, lists: [Police],
            lawEnforcement: true)
            .Portion(PortionKind.Body, "Three callers described the same course of action. None gave a name.")
            .Portion(PortionKind.IndicatorsAndWarnings, "Groups that test the gate's staff before the doors open.")
            .Portion(PortionKind.ReportingInstructions, "Report to the event's joint operations desk.")
            .Publish();
        build.Add(
            ProductType.Bulletin,
            "Stadium final: what venues and hotels should do (synthetic)",
            "The final may draw attempts to enter without a ticket. Venues and hotels near the stadium should review "
                + "who may enter through side doors. Synthetic demonstration text.",
            Tlp.Green, "SPECIAL_EVENTS", "COMMERCIAL_FACILITIES", hoursAgo: 47.6,
            lists: [Everybody, Commercial, Health, Fire])
            .Portion(PortionKind.Body, "No threat to a hotel or a hospital is known.")
            .Portion(PortionKind.ProtectiveMeasures, "Post staff at side doors from two hours before the match.")
            .Portion(PortionKind.ReportingInstructions, "Call 9-1-1 in an emergency; otherwise call the center.")
            .Revise(hoursLater: 1.5, "The match begins an hour earlier than the first version said.")
            .Publish();
        build.Add(
            ProductType.AdvisoryNotification,
            "Stadium final: annex with observations of the crowd (synthetic)",
            "Observations of the crowd outside gate 4. Synthetic demonstration text.",
            Tlp.Amber, "SPECIAL_EVENTS", "COMMERCIAL_FACILITIES", hoursAgo: 46, lists: [Police, Commercial])
            .Portion(PortionKind.Body, "The annex named details that its purpose did not need; it was recalled.")
            .Recall();
        build.Add(
            ProductType.SituationalAwarenessProduct,
            "Stadium final: situation after the match (synthetic)",
            "The final ended without incident; roads are clear. Synthetic demonstration text.",
            Tlp.Green, "SPECIAL_EVENTS", "COMMERCIAL_FACILITIES", hoursAgo: 3, lists: [Everybody, Police, Health, Fire])
            .Portion(PortionKind.Body, "Two persons were treated for heat. The shuttle service ended at 23:00.")
            .Publish();
    }

    static void AddRansomware(ScenarioBuilder build)
    {
        build.Add(
            ProductType.AdvisoryNotification,
            "Ransomware at water utilities in six states (synthetic)",
            "Seven water utilities in six states lost billing systems to ransomware within ten days. Water quality was "
                + "not affected. Synthetic demonstration text.",
            Tlp.Amber, "RANSOMWARE", "WATER_AND_WASTEWATER_SYSTEMS", hoursAgo: 30, lists: [Water, Cyber], centers: 6,
            release: Tlp.Green)
            .Portion(PortionKind.Body, "The intruders entered through remote access of a maintenance contractor.")
            .Portion(PortionKind.IndicatorsAndWarnings, "Log-ins of contractors outside of agreed hours.")
            .Portion(PortionKind.IdentifiedVulnerabilities, "Remote access shared by several utilities.", pcii: true)
            .Portion(PortionKind.ProtectiveMeasures, "Turn off remote access that no job needs today.")
            .Portion(PortionKind.ReportingInstructions, "Report to the center that serves you, and to local police.")
            .Publish();
        build.Add(
            ProductType.AdvisoryNotification,
            "Ransomware at water utilities: first view of a neighboring center (synthetic)",
            "A first view that spoke of two utilities and of a different way in. It is superseded by the joint "
                + "advisory. Synthetic demonstration text.",
            Tlp.Amber, "RANSOMWARE", "WATER_AND_WASTEWATER_SYSTEMS", hoursAgo: 52, lists: [Water], center: 1)
            .Portion(PortionKind.Body, "The first view rested on one report.")
            .Supersede();
        build.Add(
            ProductType.Bulletin,
            "Phone calls to hospital pharmacies that ask for supplier accounts (synthetic)",
            "Callers who claim to work for a supplier ask hospital pharmacies for account numbers. Synthetic "
                + "demonstration text.",
            Tlp.Green, "PHISHING_AND_FRAUD", "HEALTHCARE_AND_PUBLIC_HEALTH", hoursAgo: 20, lists: [Health], centers: 4)
            .Portion(PortionKind.Body, "The callers know the name of the supplier's representative.")
            .Portion(PortionKind.ProtectiveMeasures, "Call back on the number in your contract.")
            .Publish();
        build.Add(
            ProductType.RiskAssessment,
            "Risk assessment: backup power of regional hospitals (synthetic)",
            "Backup power at the reviewed hospitals would hold for a day; at two of them for four hours. Synthetic "
                + "demonstration text.",
            Tlp.AmberStrict, "SABOTAGE_AND_VANDALISM", "HEALTHCARE_AND_PUBLIC_HEALTH", hoursAgo: 200, lists: [Health],
            release: Tlp.Amber)
            .Portion(PortionKind.Body, "The review covered twelve hospitals.")
            .Portion(PortionKind.IdentifiedVulnerabilities, "Fuel deliveries depend on one bridge.", pcii: true)
            .Portion(PortionKind.ProtectiveMeasures, "Agree on a second route for fuel.")
            .Publish();
    }

    static void AddOverDissemination(ScenarioBuilder build) => build.Add(
            ProductType.Bulletin,
            "Drill: a law enforcement bulletin that reached the wrong list (synthetic)",
            "Made to rehearse a recall for over-dissemination. Synthetic demonstration text.",
            Tlp.Amber, "NARCOTICS", "EMERGENCY_SERVICES", hoursAgo: 120, lists: [Police], lawEnforcement: true,
            isExercise: true)
            .Portion(PortionKind.Body, "The bulletin was published to a list with a member who is no officer.")
            .Recall();

    static void AddPublic(ScenarioBuilder build)
    {
        build.Add(
            ProductType.Bulletin,
            "How to recognize and report suspicious activity (synthetic)",
            "What to watch for, what not to judge people by, and whom to tell. Synthetic demonstration text.",
            Tlp.Clear, "SUSPICIOUS_ACTIVITY", "EMERGENCY_SERVICES", hoursAgo: 72, lists: [Everybody], isPublic: true)
            .Portion(PortionKind.IndicatorsAndWarnings, "Behavior counts: testing locks, asking for security routines.")
            .Portion(PortionKind.ReportingInstructions, "Call 9-1-1 in an emergency; otherwise call the local police.")
            .Publish();
        build.Add(
            ProductType.Bulletin,
            "Preparing a small business for severe storms (synthetic)",
            "Five things to do before the season. Synthetic demonstration text.",
            Tlp.Clear, "SEVERE_WEATHER", "COMMERCIAL_FACILITIES", hoursAgo: 300, lists: [Everybody], center: 1,
            isPublic: true)
            .Portion(PortionKind.ProtectiveMeasures, "Keep the numbers of your staff on paper.")
            .Publish();
        build.Add(
            ProductType.Bulletin,
            "Public bulletin with a wrong telephone number (synthetic)",
            "Recalled because the number that it gave was wrong. Synthetic demonstration text.",
            Tlp.Clear, "PHYSICAL_SECURITY", "COMMERCIAL_FACILITIES", hoursAgo: 400, lists: [Everybody], isPublic: true)
            .Portion(PortionKind.Contact, "Call +1-202-555-0100.")
            .Recall();
    }
}
