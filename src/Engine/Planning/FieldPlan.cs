using System.Collections.Immutable;
using System.Text.Json;
using GraphApi.Engine.Errors;
using GraphApi.Engine.TypeSystem;
using GraphApi.Engine.TypeSystem.Leaves;

namespace GraphApi.Engine.Planning;

/// <summary>
/// One response key of a selection set on one object type: the merged fields behind it, and what is selected below.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Field-Collection"/>
public sealed class FieldPlan
{
    internal FieldPlan(string responseKey, Field field, Location location)
    {
        ResponseKey = responseKey;
        EncodedKey = responseKey == field.Name ? field.EncodedName : JsonEncodedText.Encode(responseKey);
        Field = field;
        Leaf = field.Leaf;
        StepLeaf = field.StepLeaf;
        Location = location;
    }

    /// <summary>The key in the response.</summary>
    public string ResponseKey { get; }

    /// <summary>The key, ready to be written.</summary>
    public JsonEncodedText EncodedKey { get; }

    /// <summary>The field of the object type.</summary>
    public Field Field { get; }

    /// <summary>Where the field first stands in the document.</summary>
    public Location Location { get; }

    /// <summary>What is selected below, once for each object type a row may have; empty for a leaf.</summary>
    public ImmutableArray<SelectionPlan> Selections { get; internal set; } = [];

    /// <summary>
    /// What is selected below, where the field's type is an object type. Throws for leaves and abstract types.
    /// </summary>
    public SelectionPlan Selection => Field.Type.Named is ObjectType
        ? Selections[0]
        : throw new InvalidOperationException($"{Field.Coordinate} is of no object type.");

    /// <summary>How the arguments come about.</summary>
    public ArgumentPlan Arguments { get; internal init; } = null!;

    /// <summary>When the field takes part; null: always.</summary>
    internal InclusionCondition? Condition { get; init; }

    /// <summary>The step behind the field; null where its binding is a <see cref="ReadBinding"/>.</summary>
    public Step? Step { get; internal set; }

    /// <summary>How a leaf is read from its row and written; null for composite fields and for steps.</summary>
    internal LeafWriter? Leaf { get; }

    /// <summary>
    /// How the leaf values of a step are written; null for composite fields and where there is no step.
    /// </summary>
    internal ValueWriter<object?>? StepLeaf { get; }

    /// <summary>The value of <c>__typename</c>, known while planning; null for any other field.</summary>
    internal JsonEncodedText? TypeName { get; set; }

    /// <summary>Whether the field has an access rule that is asked once a request.</summary>
    internal bool IsGuarded { get; init; }

    /// <summary>Whether the field has an access rule that is asked for its rows.</summary>
    internal bool HasRowGuard { get; init; }
}
