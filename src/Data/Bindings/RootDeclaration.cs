using GraphApi.Data.Generation;
using GraphApi.Data.Steps;
using GraphApi.Engine.Planning;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Data.Bindings;

/// <summary>A root field that reads entities.</summary>
sealed class RootDeclaration(RootKind kind, RootSource source) : FieldDeclaration
{
    internal override FieldBinding? Bind(DataSchema schema, FieldUse use)
    {
        if (schema.FieldsOf(use.NamedType) is not { } fields)
        {
            schema.Report(use.Coordinate, $"No entity fields were added for {use.NamedType}.");
            return null;
        }

        if (kind is RootKind.Connection != use.Connection is not null)
        {
            schema.Report(use.Coordinate, "A connection has @connection in the SDL and is declared with Connection.");
            return null;
        }

        var list = schema.Add(
            new ListDeclaration(schema, fields, use.Coordinate, source.Order, ConnectionUse.MaxPageSize(use)));
        return new RootBinding(kind, source, list);
    }

    sealed class RootBinding(RootKind kind, RootSource source, ListDeclaration list) : StepBinding
    {
        public override Step Plan(FieldPlan field) => kind switch
        {
            RootKind.Connection => new PageStep(source, list, field),
            RootKind.List => new ListStep(source, list, field),
            _ => new SingleStep(source, list, field),
        };
    }
}
