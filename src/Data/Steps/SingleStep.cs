using System.Linq.Expressions;
using GraphApi.Data.Bindings;
using GraphApi.Data.Queries;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Planning;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Data.Steps;

/// <summary>One row at the root: by its global id, or the first of a source.</summary>
sealed class SingleStep(RootSource source, ListDeclaration declaration, FieldPlan field) : DataStep
{
    readonly ListQuery _query = new(declaration, field, field.Selections);
    readonly bool _isById = field.Field.ArgumentsByName.ContainsKey("id");
    readonly StatementCache<object> _statements = new(declaration.Schema.Statements);

    protected override async ValueTask<object?[]> ReadAsync(
        DbContext db,
        ArgumentValues arguments,
        ReadOnlyMemory<object> parents,
        CancellationToken cancellationToken)
    {
        var key = _isById ? NodeIds.KeyOf(arguments.Get<string>("id"), declaration.Fields.TypeName) : null;
        if (_isById && key is null)
        {
            return [null];
        }

        var values = new QueryArguments();
        Compose(values, key);
        var statement = _statements.Get(values, key, (building, state) => Compose(building, state)!);
        return [(await statement.RunAsync(db, values, cancellationToken)).FirstOrDefault()];
    }

    Expression? Compose(QueryArguments arguments, Guid? key)
    {
        var row = Expression.Parameter(declaration.Fields.RowType!, "row");
        var wanted = key is { } id ? arguments.Value(id, typeof(Guid)) : null;
        if (arguments.Builder is not { } builder)
        {
            return null;
        }

        var query = RootQuery.Of(source, declaration.Fields, builder);
        query = wanted is null
            ? Sequence.Take(_query.DefaultOrder.Apply(query, backward: false, declaration.Schema.Provider, builder), 1)
            : RootQuery.Where(query, Expression.Equal(Expression.Property(row, declaration.Fields.Key), wanted), row);
        return Sequence.Select(query, _query.Projection.ToSelector(builder));
    }

    public override string ToString() => $"Single {declaration.Coordinate} {_query.Projection}";
}
