using GraphApi.Engine.Language;

namespace GraphApi.Data.Bindings;

/// <summary>A field of the SDL that is to be bound.</summary>
/// <param name="TypeName">The object type it belongs to.</param>
/// <param name="Definition">It, as its author wrote it: before connections were generated.</param>
sealed record FieldUse(string TypeName, FieldDefinitionNode Definition)
{
    /// <summary>Decides on which rows it may be read; null: on all.</summary>
    public RowGuard? Guard { get; init; }

    /// <summary>Its name.</summary>
    public string Name => Definition.Name.Value;

    /// <summary>Its coordinate.</summary>
    public string Coordinate => $"{TypeName}.{Name}";

    /// <summary>The name of its type, inside all wrappings.</summary>
    public string NamedType => NameOf(Definition.Type);

    /// <summary>Whether its type is a list.</summary>
    public bool IsList => (Definition.Type is NonNullTypeNode nonNull ? nonNull.Type : Definition.Type) is ListTypeNode;

    /// <summary>Whether the schema's author asked for a connection.</summary>
    public DirectiveNode? Connection => Definition.Directives.FirstOrDefault(d => d.Name.Value == "connection");

    static string NameOf(TypeNode type) => type switch
    {
        NonNullTypeNode nonNull => NameOf(nonNull.Type),
        ListTypeNode list => NameOf(list.Type),
        _ => ((NamedTypeNode)type).Name.Value,
    };
}
