using System.Collections.Immutable;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem;

/// <summary>An argument, or a field of an input object.</summary>
public sealed class InputValue
{
    internal InputValue(
        string name,
        string? description,
        GraphQLType type,
        ValueNode? defaultValue,
        string? deprecationReason,
        ImmutableArray<DirectiveNode> appliedDirectives)
    {
        Name = name;
        Description = description;
        Type = type;
        DefaultValue = defaultValue;
        DeprecationReason = deprecationReason;
        AppliedDirectives = appliedDirectives;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

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
    public int Index { get; internal set; }

    /// <summary>The coerced <see cref="DefaultValue"/>; null also where there is none.</summary>
    public object? CoercedDefault { get; internal set; }
}
