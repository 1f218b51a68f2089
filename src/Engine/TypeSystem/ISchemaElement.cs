namespace GraphApi.Engine.TypeSystem;

/// <summary>
/// What a schema coordinate can name: a <see cref="NamedType"/>, a <see cref="Field"/>, an <see cref="InputValue"/> (an
/// argument or input field), an <see cref="EnumValue"/> or a <see cref="DirectiveDefinition"/>.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#schema-element"/>
public interface ISchemaElement
{
    /// <summary>The name; of a directive without the at sign.</summary>
    string Name { get; }

    /// <summary>What a reader is told, in Markdown; null: nothing.</summary>
    string? Description { get; }

    /// <summary>The schema coordinate: <c>Type</c>, <c>Type.field</c>, <c>Type.field(argument:)</c> ...</summary>
    string Coordinate { get; }
}
