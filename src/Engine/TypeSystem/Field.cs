using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem.Costs;
using GraphApi.Engine.TypeSystem.Leaves;

namespace GraphApi.Engine.TypeSystem;

/// <summary>A field of an object or interface.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#FieldDefinition"/>
public sealed class Field : ISchemaElement
{
    LeafWriter? _leaf;
    ValueWriter<object?>? _stepLeaf;

    internal Field(
        FieldDefinitionNode definition,
        ComplexType declaringType,
        GraphQLType type,
        ImmutableArray<InputValue> arguments)
    {
        Definition = definition;
        Name = definition.Name.Value;
        EncodedName = JsonEncodedText.Encode(Name);
        DeclaringType = declaringType;
        Coordinate = $"{declaringType.Name}.{Name}";
        Description = definition.Description?.Value;
        Type = type;
        Arguments = arguments;
        ArgumentsByName = arguments.ToFrozenDictionary(a => a.Name);
        DeprecationReason = SpecifiedDirectives.DeprecationReason(definition.Directives);
        AppliedDirectives = definition.Directives;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>What a reader is told; null: nothing.</summary>
    public string? Description { get; }

    /// <summary>Its type.</summary>
    public GraphQLType Type { get; }

    /// <summary>The arguments in the order of the source.</summary>
    public ImmutableArray<InputValue> Arguments { get; }

    /// <summary>The arguments by name.</summary>
    public FrozenDictionary<string, InputValue> ArgumentsByName { get; }

    /// <summary>Why not to use it any more; null: not deprecated.</summary>
    public string? DeprecationReason { get; }

    /// <summary>The directives at the definition.</summary>
    public ImmutableArray<DirectiveNode> AppliedDirectives { get; internal set; }

    /// <summary>The type it is a field of.</summary>
    public ComplexType DeclaringType { get; }

    /// <summary>
    /// How its values come about. Null on interfaces, whose fields are bound where they are implemented.
    /// </summary>
    public FieldBinding? Binding { get; internal set; }

    /// <summary>The name, ready to be written as a key of a response.</summary>
    internal JsonEncodedText EncodedName { get; }

    /// <summary>
    /// How its values are written where it is a leaf that is read from its row; null where it is not. Made when it is
    /// first asked for: documents share it.
    /// </summary>
    internal LeafWriter? Leaf =>
        _leaf ??= Type.IsLeaf && Binding is ReadBinding binding ? LeafWriter.Create(Type, binding) : null;

    /// <summary>How its values are written where it is a leaf that a step makes; null where it is not.</summary>
    internal ValueWriter<object?>? StepLeaf =>
        _stepLeaf ??= Type.IsLeaf && Binding is StepBinding or EventSource ? new AnyWriter<object?>(Type) : null;

    /// <summary>Its schema coordinate, <c>Type.field</c>.</summary>
    /// <seealso href="https://spec.graphql.org/September2025/#sec-Schema-Coordinates"/>
    public string Coordinate { get; }

    /// <summary>Where it is defined.</summary>
    internal FieldDefinitionNode Definition { get; }

    /// <summary>What <c>@cost</c> says; null: nothing. <see cref="CostWeights"/> knows what then holds.</summary>
    internal double? Weight { get; set; }

    /// <summary>What <c>@listSize</c> says; null: nothing.</summary>
    internal ListSize? ListSize { get; set; }
}
