using System.Collections.Immutable;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem;

/// <summary>An argument, or a field of an input object.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#InputValueDefinition"/>
public sealed class InputValue : ISchemaElement
{
    internal InputValue(InputValueDefinitionNode definition, string coordinate, GraphQLType type, int index)
    {
        Definition = definition;
        Name = definition.Name.Value;
        Coordinate = coordinate;
        Description = definition.Description?.Value;
        Type = type;
        DefaultValue = definition.DefaultValue;
        DeprecationReason = SpecifiedDirectives.DeprecationReason(definition.Directives);
        AppliedDirectives = definition.Directives;
        Index = index;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>
    /// The schema coordinate: <c>Type.field(argument:)</c>, <c>@directive(argument:)</c> or <c>Input.field</c>.
    /// </summary>
    public string Coordinate { get; }

    /// <summary>What a reader is told; null: nothing.</summary>
    public string? Description { get; }

    /// <summary>Its type.</summary>
    public GraphQLType Type { get; }

    /// <summary>The default as written; null: none.</summary>
    public ValueNode? DefaultValue { get; }

    /// <summary>Why not to use it any more; null: not deprecated.</summary>
    public string? DeprecationReason { get; }

    /// <summary>The directives at the definition.</summary>
    public ImmutableArray<DirectiveNode> AppliedDirectives { get; }

    /// <summary>Whether a value must be given: non-null and without default.</summary>
    public bool IsRequired => Type.IsNonNull && DefaultValue is null;

    /// <summary>Its place among its siblings, from 0.</summary>
    public int Index { get; }

    /// <summary>The coerced <see cref="DefaultValue"/>; null also where there is none.</summary>
    public object? CoercedDefault { get; internal set; }

    /// <summary>Where it is defined.</summary>
    internal InputValueDefinitionNode Definition { get; }

    /// <summary>What <c>@cost</c> says; null: nothing.</summary>
    internal double? Weight { get; set; }
}
