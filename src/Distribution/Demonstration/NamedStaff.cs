using GraphApi.Distribution.Access;

namespace GraphApi.Distribution.Demonstration;

/// <summary>A named member of a center's staff, or of the network's.</summary>
/// <param name="Subject">The <c>sub</c> of its tokens, which is its name for <c>token</c> as well.</param>
/// <param name="Description">Who it is, one sentence.</param>
/// <param name="Role">Its role.</param>
/// <param name="Center">The index of its center; null for the network's.</param>
/// <param name="Place">Its place in the center, or among the network's.</param>
sealed record NamedStaff(string Subject, string Description, PersonRole Role, int? Center, int Place)
{
    /// <summary>How many persons belong to the network and to no center.</summary>
    public const int Network = 2;

    // Behind every partner and every center's staff.
    const long FirstOfNetwork = 2_000_000;

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<NamedStaff> All =
    [
        new("analyst", "An analyst of the first center: sees all its products, whatever their marking.",
            PersonRole.Analyst, 0, Staff.Analyst),
        new("analyst-elsewhere", "An analyst of the second center.", PersonRole.Analyst, 1, Staff.Analyst),
        new("supervisor", "The supervisor of the first center, who approves and releases.",
            PersonRole.Supervisor, 0, Staff.Supervisor),
        new("privacy-officer", "The privacy, civil rights and civil liberties officer of the first center.",
            PersonRole.PcrclOfficer, 0, Staff.PrivacyOfficer),
        new("director", "The director of the first center.", PersonRole.CenterDirector, 0, Staff.Director),
        new("liaison", "A liaison officer of the first center.", PersonRole.LiaisonOfficer, 0, Staff.Liaison),
        new("administrator", "Administers accounts and settings of the network; reads no content.",
            PersonRole.Administrator, null, 0),
        new("auditor", "Audits records of the network; reads content only inside an audit.",
            PersonRole.Auditor, null, 1),
    ];

    /// <summary>The index of its person.</summary>
    public long Index => Center is { } center ? Staff.IndexOf(center, Place) : FirstOfNetwork + Place;
}
