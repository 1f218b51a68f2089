namespace GraphApi.Distribution.Demonstration;

/// <summary>
/// The identifiers of demonstration rows. They look random and are always the same, in every size, so that a token
/// or a bookmark made for one set works with the others.
/// </summary>
static class RowIds
{
    /// <summary>What all demonstration data grows from.</summary>
    public const ulong Seed = 0x6675_7369_6F6E_3031;

    /// <summary>The random numbers of a row; the first sixteen bytes are its identifier.</summary>
    public static SeededRandom Random(RowKind kind, long index) => SeededRandom.For(Seed, kind, index);

    /// <summary>The identifier of the row of a kind at an index.</summary>
    public static Guid Of(RowKind kind, long index) => Random(kind, index).NextId();

    /// <summary>The identifier of the center of a number from 0.</summary>
    public static Guid Center(int index) => Of(RowKind.FusionCenter, index);

    /// <summary>The identifier of a center's list: <paramref name="place"/> is its template's place.</summary>
    public static Guid List(int center, int place) => Of(RowKind.DistributionList, ListIndex(center, place));

    /// <summary>The index of a center's list, the same in every size.</summary>
    public static long ListIndex(int center, int place) => ((long)center << 16) | (uint)place;
}
