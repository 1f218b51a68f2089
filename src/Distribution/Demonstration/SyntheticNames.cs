namespace GraphApi.Distribution.Demonstration;

/// <summary>Names of things that do not exist, each recognizable as one.</summary>
static class SyntheticNames
{
    static readonly string[] First =
    [
        "Harbor", "Cedar", "Granite", "Silver", "Maple", "Prairie", "Summit", "River", "Copper", "Meadow", "Juniper",
        "Coral", "Amber", "Birch", "Canyon", "Delta", "Ember", "Falcon", "Glacier", "Hazel", "Indigo", "Jasper",
        "Kestrel", "Laurel", "Marble", "North", "Ocean", "Pine", "Quarry", "Raven", "Sage", "Timber", "Upper", "Valley",
        "Willow", "Yarrow", "Zephyr", "Aspen", "Bluff", "Clover", "Dune", "Eagle", "Fern", "Grove", "Heron", "Island",
        "Lake", "Mesa", "Nimbus", "Orchard", "Pebble", "Quail", "Ridge", "Stone", "Thistle", "Umber", "Vista", "West",
        "Wren", "Zinc",
    ];

    static readonly string[] Second =
    [
        "Light", "Creek", "Field", "Gate", "Point", "Bend", "Crossing", "Hollow", "Springs", "View", "Bay", "Bridge",
        "Cove", "Dale", "Edge", "Falls", "Glen", "Haven", "Inlet", "Junction", "Knoll", "Landing", "Mill", "Nook",
        "Park", "Reach", "Shore", "Terrace", "Trail", "Vale", "Walk", "Wood", "Yard", "Brook", "Cliff", "Draw", "Farm",
        "Fork", "Grange", "Hill", "Isle", "Keep", "Ledge", "Marsh", "Notch", "Oak", "Pass", "Range", "Rock", "Run",
        "Slope", "Stead", "Spire", "Tower", "Tree", "Turn", "Ways", "Wharf", "Wick", "Wold",
    ];

    /// <summary>The name of a center, such as "Exercise Fusion Center 07".</summary>
    public static string Center(int number) => $"Exercise Fusion Center {number:00}";

    /// <summary>The short name of a center, such as "EFC-07".</summary>
    public static string CenterShort(int number) => $"EFC-{number:00}";

    /// <summary>
    /// The name of the organization at an index, such as "Harbor Light Water District (synthetic)". Names of one ending
    /// repeat after 3,600, with a number then.
    /// </summary>
    public static string Organization(string ending, int index)
    {
        // 1,801 and 3,600 have no common divisor: the walk visits each pair once before it repeats.
        var pairs = First.Length * Second.Length;
        var pair = (int)((long)index * 1801 % pairs);
        var round = index / pairs;
        var number = round == 0 ? "" : $" {round + 1}";
        return $"{First[pair % First.Length]} {Second[pair / First.Length]} {ending}{number} (synthetic)";
    }

    /// <summary>The name of a partner's person, such as "Partner User 10233 (synthetic)".</summary>
    public static string PartnerUser(int number) => $"Partner User {number:00000} (synthetic)";

    /// <summary>The name of a member of a center's staff, such as "Analyst 0412 (synthetic)".</summary>
    public static string Staff(string role, int number) => $"{role} {number:0000} (synthetic)";

    /// <summary>A mail address that cannot belong to anybody (RFC 2606).</summary>
    public static string Mail(string mailbox) => mailbox + "@example.org";

    /// <summary>A telephone number that is kept for fiction: +1-202-555-0100 to 0199.</summary>
    public static string Telephone(int index) => $"+1-202-555-01{index % 100:00}";
}
