using GraphApi.Distribution.Partners;

namespace GraphApi.Distribution.Demonstration;

/// <summary>A sort of partner organization.</summary>
/// <param name="Key">What list templates name it by.</param>
/// <param name="Kind">The stakeholder kind.</param>
/// <param name="GovernmentLevel">The level of government; NONE for private partners.</param>
/// <param name="NameEndings">What names of this sort end in, before "(synthetic)".</param>
/// <param name="Sectors">Codes of its sectors, the main one first; empty where it belongs to none.</param>
/// <param name="Disciplines">Codes of its disciplines, the main one first.</param>
/// <param name="Weight">How common it is, against the sum of all weights.</param>
sealed record OrganizationTemplate(
    string Key,
    StakeholderKind Kind,
    GovernmentLevel GovernmentLevel,
    string[] NameEndings,
    string[] Sectors,
    string[] Disciplines,
    int Weight);
