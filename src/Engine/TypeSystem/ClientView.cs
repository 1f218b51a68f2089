using System.Collections.Immutable;

namespace GraphApi.Engine.TypeSystem;

/// <summary>
/// What of a schema clients are shown: all of it but internal directives, and the types that only those need.
/// </summary>
static class ClientView
{
    /// <summary>
    /// The coordinate of an element as errors tell it; null for introspection and meta-fields, which are no elements of
    /// a schema.
    /// </summary>
    public static string? CoordinateOf(ISchemaElement element) =>
        element.Coordinate.StartsWith("__", StringComparison.Ordinal)
        || element.Coordinate.Contains(".__", StringComparison.Ordinal)
            ? null
            : element.Coordinate;

    /// <summary>What clients are not shown.</summary>
    public static HashSet<ISchemaElement> Hidden(Schema schema) =>
    [
        .. schema.Types.Where(type => !schema.ClientTypesByName.ContainsKey(type.Name)),
        .. schema.Directives.Where(directive => directive.IsInternal),
    ];

    /// <summary>The directives clients are shown.</summary>
    public static ImmutableArray<DirectiveDefinition> Directives(ImmutableArray<DirectiveDefinition> directives) =>
        [.. directives.Where(directive => !directive.IsInternal)];

    /// <summary>The types clients are shown.</summary>
    public static ImmutableArray<NamedType> Types(
        ImmutableArray<NamedType> types,
        ImmutableArray<DirectiveDefinition> directives)
    {
        var ofInternal = Reachable(directives.Where(d => d.IsInternal).SelectMany(Types));
        if (ofInternal.Count == 0)
        {
            return types;
        }

        var others = types.Where(type => !ofInternal.Contains(type))
            .Concat(directives.Where(d => !d.IsInternal).SelectMany(Types));
        var shown = Reachable(others);
        return [.. types.Where(shown.Contains)];
    }

    static IEnumerable<NamedType> Types(DirectiveDefinition directive) =>
        directive.Arguments.Select(argument => argument.Type.Named);

    static HashSet<NamedType> Reachable(IEnumerable<NamedType> from)
    {
        var reached = new HashSet<NamedType>();
        var open = new Stack<NamedType>(from);
        while (open.TryPop(out var type))
        {
            if (!reached.Add(type))
            {
                continue;
            }

            foreach (var next in References(type))
            {
                open.Push(next);
            }
        }

        return reached;
    }

    static IEnumerable<NamedType> References(NamedType type) => type switch
    {
        ComplexType complex => complex.Interfaces.Concat<NamedType>(complex.Fields.SelectMany(
            field => field.Arguments.Select(argument => argument.Type.Named).Prepend(field.Type.Named))),
        UnionType union => union.Members,
        InputObjectType input => input.Fields.Select(field => field.Type.Named),
        _ => [],
    };
}
