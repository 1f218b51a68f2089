using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Demonstration;

/// <summary>A sort of distribution list that centers keep.</summary>
/// <param name="Name">The part of its name behind the center's.</param>
/// <param name="Purpose">What it is for, one sentence.</param>
/// <param name="Members">Keys of the organization templates whose people are on it; empty means every sort.</param>
/// <param name="Sectors">Codes of the sectors its products are about; empty means any.</param>
/// <param name="Topics">Codes of the topics its products are about, the frequent ones first.</param>
/// <param name="Ceiling">The strictest traffic light it may carry.</param>
/// <param name="LawEnforcement">Whether only law enforcement is on it, so that it may carry LES material.</param>
/// <param name="Open">Whether every vetted partner may join, so that it may carry TLP:GREEN material widely.</param>
sealed record ListTemplate(
    string Name,
    string Purpose,
    string[] Members,
    string[] Sectors,
    string[] Topics,
    Tlp Ceiling,
    bool LawEnforcement = false,
    bool Open = false);
