using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Access;

/// <summary>
/// The type of a product as a bit of what its rights ask for (<see cref="Entitlement.Requires"/>), above those of
/// <see cref="Requirement"/>. Everybody meets it but a machine client that may have some types only, so that limit
/// costs no comparison of its own. The bits are stored, and follow the order of <see cref="ProductType"/>.
/// </summary>
static class TypeRequirements
{
    const int FirstBit = 32;

    /// <summary>The bits of all types there are and will be.</summary>
    public const long All = 0x7FFFFFFFL << FirstBit;

    /// <summary>The bit of a type.</summary>
    public static long Of(ProductType type) => 1L << (FirstBit + (int)type);

    /// <summary>The bits that one does not meet who may have <paramref name="types"/> only; empty: all types.</summary>
    public static long LackedBy(IReadOnlyCollection<ProductType> types) =>
        types.Count == 0 ? 0 : All & ~types.Aggregate(0L, (bits, type) => bits | Of(type));
}
