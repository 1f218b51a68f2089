using GraphApi.Distribution.Resources;

namespace GraphApi.Distribution.Demonstration;

/// <summary>
/// Public documents of this field, as its public fact sheets name them: real titles by real publishers, with the
/// page counts and sizes that are given for them. They are pointers to what others published and are not synthetic.
/// </summary>
static class PublicDocuments
{
    const string Dhs = "U.S. Department of Homeland Security";
    const string DhsDoj = "U.S. Department of Homeland Security; U.S. Department of Justice";
    const string Nsi = "Nationwide Suspicious Activity Reporting Initiative";

    /// <summary>All of them, in the order of the fact sheets.</summary>
    public static readonly IReadOnlyList<PublicDocument> All =
    [
        new("Community Outreach", "DHS/DOJ Privacy, Civil Rights, and Civil Liberties resource pages", null, null,
            "text/html", null, null, [PcrclFunction.Outreach]),
        new("Building Community Partnerships", Nsi, null, null, "application/pdf", null, null,
            [PcrclFunction.Outreach]),
        new("Fusion Centers' Role in Countering Violent Extremism", Dhs, null, null, "application/pdf",
            "http://www.dhs.gov/fusioncenters", null, [PcrclFunction.Operations, PcrclFunction.Outreach]),
        new("2012 National Fusion Center Privacy, Civil Rights, Civil Liberties Officer Workshop", Dhs, null, null,
            "text/html", null, new DateOnly(2015, 7, 30), [PcrclFunction.Training, PcrclFunction.Coordination]),
        new("Facilitating Private Sector Engagement With Fusion Centers", Dhs, null, null, "application/pdf",
            "http://www.dhs.gov/contact-fusion-centers", null, [PcrclFunction.Outreach, PcrclFunction.Coordination]),
        new("Fusion center", DhsDoj, 2, 505_000, "application/pdf", null, null, [PcrclFunction.Outreach]),
        new("DHS/DOJ Fusion Process Technical Assistance Program and Services", DhsDoj, 2, 2_700_000,
            "application/pdf", null, null, [PcrclFunction.Outreach, PcrclFunction.Training]),
        new("Communications and Outreach Guidebook: Considerations for State and Urban Area Fusion Centers", DhsDoj,
            null, null, "application/pdf", null, null, [PcrclFunction.Outreach]),
        new("Building Communities of Trust", DhsDoj, 2, 1_800_000, "application/pdf", null, null,
            [PcrclFunction.Outreach]),
        new("Guidance for Building Communities of Trust", DhsDoj, 60, 1_000_000, "application/pdf", null, null,
            [PcrclFunction.Outreach, PcrclFunction.Training]),
        new("Guidance for Community Leaders", "Building Communities of Trust", null, null, "application/pdf", null,
            null, [PcrclFunction.Outreach]),
        new("Countering violent extremism", Dhs, 2, 278_000, "application/pdf", "http://www.dhs.gov/cve", null,
            [PcrclFunction.Outreach]),
        new("Fire Services", DhsDoj, 22, 2_300_000, "application/pdf", null, null, [PcrclFunction.Outreach]),
        new("Public Health", DhsDoj, 30, 1_700_000, "application/pdf", null, null, [PcrclFunction.Outreach]),
        new("Emergency Management Services", DhsDoj, 86, 4_500_000, "application/pdf", null, null,
            [PcrclFunction.Outreach]),
        new("Tribal Nations", DhsDoj, 2, 2_000_000, "application/pdf", null, null, [PcrclFunction.Outreach]),
        new("Private Sector", DhsDoj, 30, 2_600_000, "application/pdf", null, null, [PcrclFunction.Outreach]),
        new("Countering Violent Extremism (CVE) Training Guidance and Best Practices", Dhs, null, null,
            "application/pdf", null, null, [PcrclFunction.Training]),
        new("Empowering Local Partners to Prevent Violent Extremism in the United States", "The White House", null,
            null, "application/pdf", null, null, [PcrclFunction.Outreach]),
        new("If You See Something, Say Something campaign", Dhs, null, null, "text/html",
            "http://www.dhs.gov/if-you-see-something-say-something-campaign", null, [PcrclFunction.Outreach]),
        new("Recommendations for Fusion Centers: Preserving Privacy & Civil Liberties while Protecting Against Crime " +
            "& Terrorism", "The Constitution Project", null, null, "application/pdf", null, null,
            [PcrclFunction.Oversight, PcrclFunction.PolicyDevelopment]),
        new("Recommendations for First Amendment-Protected Events for State and Local Law Enforcement Agencies", DhsDoj,
            null, null, "application/pdf", null, null, [PcrclFunction.Operations, PcrclFunction.Compliance]),
        new("Compliance Verification for the Intelligence Enterprise",
            "U.S. Department of Justice, Bureau of Justice Assistance", 52, null, "application/pdf", null, null,
            [PcrclFunction.Compliance]),
        new("Information Sharing Environment Privacy Guidelines", "Program Manager, Information Sharing Environment",
            null, null, "application/pdf", null, null, [PcrclFunction.PolicyDevelopment]),
        new("Building Blocks: Communication and Partnerships", "Program Manager, Information Sharing Environment", null,
            null, "text/html", null, null, [PcrclFunction.Outreach, PcrclFunction.Coordination]),
    ];
}
