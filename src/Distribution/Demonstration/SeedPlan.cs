namespace GraphApi.Distribution.Demonstration;

/// <summary>How many rows a set of demonstration data has.</summary>
/// <param name="Centers">Fusion centers.</param>
/// <param name="Organizations">Partner organizations.</param>
/// <param name="Partners">Persons who work for partner organizations.</param>
/// <param name="Staff">Persons who work for centers.</param>
/// <param name="Clients">Machine clients.</param>
/// <param name="Liaisons">Liaison assignments.</param>
/// <param name="ListsPerCenter">Distribution lists a center; the first of <see cref="ListTemplates.All"/>.</param>
/// <param name="Memberships">List memberships in all.</param>
/// <param name="LargestList">Members the largest list may have.</param>
/// <param name="Products">Products, the named ones included.</param>
/// <param name="Years">Over how many years back from now the products are spread.</param>
sealed record SeedPlan(
    int Centers,
    int Organizations,
    int Partners,
    int Staff,
    int Clients,
    int Liaisons,
    int ListsPerCenter,
    int Memberships,
    int LargestList,
    int Products,
    int Years)
{
    /// <summary>The plan of a size.</summary>
    public static SeedPlan Of(SeedSize size) => size switch
    {
        SeedSize.S => new(4, 40, 96, 24, 6, 20, 4, 300, 40, 60, 1),
        SeedSize.M => new(80, 1_200, 5_200, 800, 60, 700, 10, 30_000, 1_500, 4_000, 1),
        SeedSize.L => new(80, 12_000, 56_800, 3_200, 1_200, 20_000, 30, 480_000, 15_000, 100_000, 4),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
