using GraphApi.Data.Steps;
using GraphApi.Engine.Planning;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Data.Bindings;

/// <summary><c>node</c> or <c>nodes</c>.</summary>
sealed class NodeDeclaration(bool isList) : FieldDeclaration
{
    internal override FieldBinding Bind(DataSchema schema, FieldUse use) => new NodeBinding(schema, isList);

    sealed class NodeBinding(DataSchema schema, bool isList) : StepBinding
    {
        public override Step Plan(FieldPlan field) => new NodeStep(schema, field, isList);
    }
}
