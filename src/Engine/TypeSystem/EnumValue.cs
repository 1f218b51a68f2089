using System.Collections.Immutable;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem;

/// <summary>A value of an enum.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#EnumValueDefinition"/>
public sealed class EnumValue : ISchemaElement
{
    internal EnumValue(EnumValueDefinitionNode definition, string typeName)
    {
        Definition = definition;
        Name = definition.Name.Value;
        Value = Name;
        Coordinate = $"{typeName}.{Name}";
        Description = definition.Description?.Value;
        DeprecationReason = SpecifiedDirectives.DeprecationReason(definition.Directives);
        AppliedDirectives = definition.Directives;
    }

    /// <summary>Its name in GraphQL.</summary>
    public string Name { get; }

    /// <summary>What it is in .NET: a member of <see cref="EnumType.ClrType"/>, or the name.</summary>
    public object Value { get; internal set; }

    /// <summary>The schema coordinate, <c>Enum.VALUE</c>.</summary>
    public string Coordinate { get; }

    /// <summary>What a reader is told; null: nothing.</summary>
    public string? Description { get; }

    /// <summary>Why not to use it any more; null: not deprecated.</summary>
    public string? DeprecationReason { get; }

    /// <summary>The directives at the definition.</summary>
    public ImmutableArray<DirectiveNode> AppliedDirectives { get; }

    /// <summary>Where it is defined.</summary>
    internal EnumValueDefinitionNode Definition { get; }
}
