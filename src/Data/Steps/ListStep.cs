using System.Linq.Expressions;
using GraphApi.Data.Bindings;
using GraphApi.Data.Queries;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Planning;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Data.Steps;

/// <summary>All rows of a short list at the root.</summary>
sealed class ListStep(RootSource source, ListDeclaration declaration, FieldPlan field) : DataStep
{
    readonly ListQuery _query = new(declaration, field, field.Selections);
    readonly StatementCache<object> _statements = new(declaration.Schema.Statements);

    protected override async ValueTask<object?[]> ReadAsync(
        DbContext db,
        ArgumentValues arguments,
        ReadOnlyMemory<object> parents,
        CancellationToken cancellationToken)
    {
        var values = new QueryArguments();
        Compose(values, arguments);
        var statement = _statements.Get(values, arguments, (building, state) => Compose(building, state)!);
        return [await statement.RunAsync(db, values, cancellationToken)];
    }

    Expression? Compose(QueryArguments arguments, ArgumentValues given)
    {
        var row = Expression.Parameter(declaration.Fields.RowType!, "row");
        var condition = _query.Filter(given, arguments.Builder is null ? null : row, arguments);
        var order = _query.Order(given);
        foreach (var mark in order.Shape)
        {
            arguments.Mark(mark);
        }

        if (arguments.Builder is not { } builder)
        {
            return null;
        }

        var query = RootQuery.Where(RootQuery.Of(source, declaration.Fields, builder), condition, row);
        query = order.Apply(query, backward: false, declaration.Schema.Provider, builder);
        return Sequence.Select(query, _query.Projection.ToSelector(builder));
    }

    public override string ToString() =>
        $"List {declaration.Coordinate} {_query.Projection} by {_query.DefaultOrder.Shape}";
}
