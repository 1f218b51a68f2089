using System.Collections.Immutable;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Planning;

/// <summary>What is selected on one object type at one place of a document, response keys in order.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#CollectFields()"/>
public sealed class SelectionPlan
{
    internal SelectionPlan(ObjectType type, ImmutableArray<FieldPlan> fields)
    {
        Type = type;
        Fields = fields;
    }

    /// <summary>The object type.</summary>
    public ObjectType Type { get; }

    /// <summary>The fields in the order of the response.</summary>
    public ImmutableArray<FieldPlan> Fields { get; }
}
