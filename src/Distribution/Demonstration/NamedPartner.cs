using GraphApi.Distribution.Access;

namespace GraphApi.Distribution.Demonstration;

/// <summary>A named partner's person: a row of every size.</summary>
/// <param name="Subject">The <c>sub</c> of its tokens, which is its name for <c>token</c> as well.</param>
/// <param name="Description">Who it is, one sentence.</param>
/// <param name="Organization">Its organization.</param>
/// <param name="Lists">The places of the list templates it is a member of, in the centers within reach.</param>
/// <param name="Attributes">What was verified about it.</param>
/// <param name="IsUsPerson">Whether it is a United States person.</param>
/// <param name="IsSuspended">Whether it is suspended.</param>
sealed record NamedPartner(
    string Subject,
    string Description,
    NamedOrganization Organization,
    int[] Lists,
    AttributeKind[] Attributes,
    bool IsUsPerson = true,
    bool IsSuspended = false)
{
    const int AllPartners = 0;
    const int LawEnforcement = 1;
    const int Healthcare = 2;
    const int Water = 3;
    const int Fire = 4;
    const int Commercial = 5;
    const int Energy = 6;
    const int Cyber = 7;
    const int TribalPartners = 8;

    /// <summary>All of them; the place is the index of the person. Append, do not reorder.</summary>
    public static readonly IReadOnlyList<NamedPartner> All =
    [
        new("partner-law-enforcement", "A sworn officer of a police department; receives LES material.",
            NamedOrganization.Police, [AllPartners, LawEnforcement], [AttributeKind.LawEnforcementOfficer]),
        new("partner-hospital", "The security lead of a hospital: healthcare lists, no special attribute.",
            NamedOrganization.Hospital, [AllPartners, Healthcare], []),
        new("partner-water", "A water utility's engineer: water lists, certified for PCII.",
            NamedOrganization.Water, [AllPartners, Water], [AttributeKind.PciiCertified]),
        new("partner-fire", "A battalion chief of a fire department.",
            NamedOrganization.Fire, [AllPartners, Fire], []),
        new("partner-business", "The security manager of a business.",
            NamedOrganization.Business, [AllPartners, Commercial], []),
        new("partner-energy", "A power company's security engineer, certified for PCII and cleared for CEII.",
            NamedOrganization.Energy, [AllPartners, Energy],
            [AttributeKind.PciiCertified, AttributeKind.CeiiCertified]),
        new("partner-tribal", "A tribal nation's public safety director.",
            NamedOrganization.Tribal, [AllPartners, TribalPartners], []),
        new("partner-isac", "An analyst of an ISAC, bound to protect proprietary information.",
            NamedOrganization.Isac, [AllPartners, Cyber], [AttributeKind.ProprietaryHandling]),
        new("partner-non-us", "A business's employee who is not a United States person: no NOFORN material.",
            NamedOrganization.Business, [AllPartners, Commercial], [], IsUsPerson: false),
        new("partner-suspended", "A hospital's employee whose account is suspended: has an anonymous caller's rights.",
            NamedOrganization.Hospital, [AllPartners, Healthcare], [], IsSuspended: true),
        new("partner-lapsed", "An employee of a business whose agreement ran out: has an anonymous caller's rights.",
            NamedOrganization.Lapsed, [AllPartners, Commercial], []),
    ];

    /// <summary>The identifier of the person of the named partner with this subject.</summary>
    public static Guid IdOf(string subject)
    {
        var index = 0;
        while (All[index].Subject != subject)
        {
            index++;
        }

        return RowIds.Of(RowKind.Person, index);
    }
}
