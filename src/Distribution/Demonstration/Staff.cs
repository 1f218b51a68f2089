using GraphApi.Distribution.Access;

namespace GraphApi.Distribution.Demonstration;

/// <summary>The staff of the centers: who works where, by place.</summary>
static class Staff
{
    /// <summary>The index of the first member of staff among persons; partners are below it.</summary>
    const long First = 1_000_000;

    const int PlacesPerCenter = 1_000;

    /// <summary>The place of each center's first analyst.</summary>
    public const int Analyst = 0;

    /// <summary>The place of each center's supervisor.</summary>
    public const int Supervisor = 1;

    /// <summary>The place of each center's privacy officer.</summary>
    public const int PrivacyOfficer = 2;

    /// <summary>The place of each center's director.</summary>
    public const int Director = 3;

    /// <summary>The place of each center's liaison officer.</summary>
    public const int Liaison = 4;

    /// <summary>The person at a place of a center.</summary>
    public static Guid Of(int center, int place) => RowIds.Of(RowKind.Person, IndexOf(center, place));

    /// <summary>The index of the person at a place of a center.</summary>
    public static long IndexOf(int center, int place) => First + ((long)center * PlacesPerCenter) + place;

    /// <summary>The role that goes with a place. Each center has one of each; the others are analysts.</summary>
    public static PersonRole RoleOf(int place) => place switch
    {
        Supervisor => PersonRole.Supervisor,
        PrivacyOfficer => PersonRole.PcrclOfficer,
        Director => PersonRole.CenterDirector,
        Liaison => PersonRole.LiaisonOfficer,
        6 => PersonRole.ListManager,
        13 => PersonRole.Supervisor,
        _ => PersonRole.Analyst,
    };

    /// <summary>The analyst who writes the product at an index: the center's analysts take turns.</summary>
    public static Guid AuthorOf(SeedPlan plan, int center, int product)
    {
        const int SecondAnalyst = 5;
        return Of(center, product % 2 == 1 && PlacesOf(plan, center) > SecondAnalyst ? SecondAnalyst : Analyst);
    }

    /// <summary>How many places a center has; two persons of all staff belong to no center.</summary>
    public static int PlacesOf(SeedPlan plan, int center)
    {
        var shared = (plan.Staff - NamedStaff.Network) / plan.Centers;
        return shared + (center < (plan.Staff - NamedStaff.Network) % plan.Centers ? 1 : 0);
    }
}
