using System.Collections.Frozen;
using System.Collections.Immutable;

namespace GraphApi.Engine.TypeSystem;

/// <summary>A directive that documents or schemas may use.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System.Directives"/>
public sealed class DirectiveDefinition
{
    internal DirectiveDefinition(
        string name,
        string? description,
        ImmutableArray<InputValue> arguments,
        bool isRepeatable,
        ImmutableArray<string> locations)
    {
        Name = name;
        Description = description;
        Arguments = arguments;
        ArgumentsByName = arguments.ToFrozenDictionary(a => a.Name);
        IsRepeatable = isRepeatable;
        Locations = locations;
    }

    /// <summary>The name, without the at sign.</summary>
    public string Name { get; }

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
    public bool IsInternal { get; internal init; }
}
