using GraphApi.Data.Paging;
using GraphApi.Data.Steps;
using GraphApi.Engine.Planning;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Data.Bindings;

/// <summary>Binds the generated connection types.</summary>
static class ConnectionBindings
{
    /// <summary>Binds each connection and its edge, and <c>PageInfo</c> once.</summary>
    public static void AddTo(SchemaBuilder builder, IReadOnlyCollection<string> connections)
    {
        foreach (var name in connections)
        {
            builder
                .Bind($"{name}Connection", "pageInfo", new ReadBinding<Page>(row => (Page)row))
                .Bind($"{name}Connection", "edges", new ReadBinding<List<Edge>>(row => ((Page)row).ToEdges()))
                .Bind($"{name}Connection", "nodes", new ReadBinding<List<object>>(row => ((Page)row).Nodes))
                .Bind($"{name}Connection", "totalCount", new TotalCountBinding())
                .Bind($"{name}Edge", "cursor", new ReadBinding<string>(row => ((Edge)row).Cursor))
                .Bind($"{name}Edge", "node", new ReadBinding<object>(row => ((Edge)row).Node));
        }

        if (connections.Count > 0)
        {
            builder
                .Bind("PageInfo", "hasNextPage", new ReadBinding<bool>(row => ((Page)row).HasNextPage))
                .Bind("PageInfo", "hasPreviousPage", new ReadBinding<bool>(row => ((Page)row).HasPreviousPage))
                .Bind("PageInfo", "startCursor", new ReadBinding<string?>(row => ((Page)row).StartCursor))
                .Bind("PageInfo", "endCursor", new ReadBinding<string?>(row => ((Page)row).EndCursor));
        }
    }

    sealed class TotalCountBinding : StepBinding
    {
        public override Step Plan(FieldPlan field) => new CountStep(field.Field.Coordinate);
    }
}
