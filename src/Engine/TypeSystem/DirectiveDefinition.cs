using System.Collections.Frozen;
using System.Collections.Immutable;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem;

/// <summary>A directive that documents or schemas may use.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System.Directives"/>
public sealed class DirectiveDefinition : ISchemaElement
{
    internal DirectiveDefinition(
        DirectiveDefinitionNode definition,
        ImmutableArray<InputValue> arguments,
        bool isInternal)
    {
        Definition = definition;
        Name = definition.Name.Value;
        Coordinate = $"@{Name}";
        Description = definition.Description?.Value;
        Arguments = arguments;
        ArgumentsByName = arguments.ToFrozenDictionary(a => a.Name);
        IsRepeatable = definition.IsRepeatable;
        Locations = [.. definition.Locations.Select(location => location.Value)];
        IsInternal = isInternal;
    }

    /// <summary>The name, without the at sign.</summary>
    public string Name { get; }

    /// <summary>The schema coordinate, <c>@name</c>.</summary>
    public string Coordinate { get; }

    /// <summary>What a reader is told; null: nothing.</summary>
    public string? Description { get; }

    /// <summary>The arguments in the order of the source.</summary>
    public ImmutableArray<InputValue> Arguments { get; }

    /// <summary>The arguments by name.</summary>
    public FrozenDictionary<string, InputValue> ArgumentsByName { get; }

    /// <summary>Whether it may stand several times at one place.</summary>
    public bool IsRepeatable { get; }

    /// <summary>Where it may stand, in the specification's words (<c>FIELD</c>, <c>FIELD_DEFINITION</c> ...).</summary>
    public ImmutableArray<string> Locations { get; }

    /// <summary>
    /// Whether it is an affair of the server alone: it and its uses are neither introspected nor printed for clients.
    /// </summary>
    public bool IsInternal { get; }

    /// <summary>Where it is defined.</summary>
    internal DirectiveDefinitionNode Definition { get; }
}
