using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Comparison;

/// <summary>Whether a type may take the place of another without a client's harm. Types are equal by name.</summary>
static class TypeCompatibility
{
    /// <summary>
    /// Whether every answer of the current type is one of the previous: a field may become non-null, never nullable.
    /// </summary>
    public static bool IsSafeOutput(GraphQLType previous, GraphQLType current) => (previous, current) switch
    {
        (NonNullType before, NonNullType now) => IsSafeOutput(before.OfType, now.OfType),
        (NonNullType, _) => false,
        (_, NonNullType now) => IsSafeOutput(previous, now.OfType),
        (ListType before, ListType now) => IsSafeOutput(before.OfType, now.OfType),
        (NamedType before, NamedType now) => before.Name == now.Name,
        _ => false,
    };

    /// <summary>
    /// Whether every value that the previous type takes is taken by the current: it may become nullable, never
    /// non-null.
    /// </summary>
    public static bool IsSafeInput(GraphQLType previous, GraphQLType current) => (previous, current) switch
    {
        (NonNullType before, NonNullType now) => IsSafeInput(before.OfType, now.OfType),
        (NonNullType before, _) => IsSafeInput(before.OfType, current),
        (_, NonNullType) => false,
        (ListType before, ListType now) => IsSafeInput(before.OfType, now.OfType),
        (NamedType before, NamedType now) => before.Name == now.Name,
        _ => false,
    };
}
