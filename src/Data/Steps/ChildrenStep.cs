using System.Linq.Expressions;
using GraphApi.Data.Bindings;
using GraphApi.Data.Queries;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Planning;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Data.Steps;

/// <summary>All children of each parent: one statement for the level.</summary>
sealed class ChildrenStep(ChildPath path, ListDeclaration declaration, EntityFields parent, FieldPlan field) : DataStep
{
    readonly ChildQuery _children = new(path);
    readonly ListQuery _query = new(declaration, field, field.Selections);
    readonly StatementCache<ChildRow> _statements = new(declaration.Schema.Statements);
    readonly Func<object, Guid> _parentKey = PropertyBindings.Reader<Guid>(parent.Key);

    protected override async ValueTask<object?[]> ReadAsync(
        DbContext db,
        ArgumentValues arguments,
        ReadOnlyMemory<object> parents,
        CancellationToken cancellationToken)
    {
        var keys = ParentKeys.Of(parents, _parentKey);
        var values = new QueryArguments();
        Compose(values, (arguments, keys.Distinct));
        var statement = _statements.Get(
            values,
            (arguments, keys.Distinct),
            (building, state) => Compose(building, state)!);
        var lists = keys.Distinct.ToDictionary(k => k, _ => new List<object>());
        foreach (var row in await statement.RunAsync(db, values, cancellationToken))
        {
            lists[row.ParentKey].Add(row.Child);
        }

        return Array.ConvertAll(keys.All, key => (object?)lists[key]);
    }

    Expression? Compose(QueryArguments arguments, (ArgumentValues Given, Guid[] Keys) state)
    {
        var isSingle = state.Keys.Length == 1;
        arguments.Mark(isSingle ? '1' : 'n');
        var keys = isSingle
            ? arguments.Value(state.Keys[0], typeof(Guid))
            : arguments.Value(state.Keys, typeof(Guid[]));
        var source = arguments.Builder is { } b ? _children.Carriers(b) : null;
        var carrier = source is null ? null : Expression.Parameter(Sequence.Item(source), "carrier");
        var child = carrier is null ? null : _children.Child(carrier);
        var filter = _query.Filter(state.Given, child, arguments);
        var order = _query.Order(state.Given);
        foreach (var mark in order.Shape)
        {
            arguments.Mark(mark);
        }

        if (arguments.Builder is not { } builder)
        {
            return null;
        }

        var parentKey = _children.ParentKey(carrier!);
        var isOfParent = isSingle ? Expression.Equal(parentKey, keys!) : _children.IsOfOneOf(keys!, carrier!);
        var condition = Filtering.FilterModel.And(
            isOfParent,
            Filtering.FilterModel.And(_children.HasChild(carrier!), filter));
        var query = RootQuery.Where(source!, condition, carrier!);
        query = order.Apply(
            query,
            carrier!,
            _children.Child,
            backward: false,
            declaration.Schema.Provider,
            builder);
        var made = _query.Projection.Build(child!, builder);
        var row = typeof(ChildRow<>).MakeGenericType(made.Type);
        var result = Expression.MemberInit(
            Expression.New(row),
            Expression.Bind(row.GetProperty(nameof(ChildRow.ParentKey))!, parentKey),
            Expression.Bind(row.GetProperty(nameof(ChildRow<>.Row))!, made));
        return Sequence.Select(query, Expression.Lambda(result, carrier!));
    }

    public override string ToString() =>
        $"Children {declaration.Coordinate} {_query.Projection} by {_query.DefaultOrder.Shape}";
}
