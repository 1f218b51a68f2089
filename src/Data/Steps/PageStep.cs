using System.Linq.Expressions;
using GraphApi.Data.Bindings;
using GraphApi.Data.Databases;
using GraphApi.Data.Filtering;
using GraphApi.Data.Paging;
using GraphApi.Data.Queries;
using GraphApi.Data.Sorting;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Planning;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Data.Steps;

/// <summary>A page of a connection at the root.</summary>
sealed class PageStep : DataStep
{
    readonly RootSource _source;
    readonly EntityFields _fields;
    readonly ListQuery _query;
    readonly SortOrder? _orderOfEntries;
    readonly StatementCache<object> _pages;
    readonly StatementCache<RowCount> _counts;

    public PageStep(RootSource source, ListDeclaration declaration, FieldPlan field)
    {
        _source = source;
        _fields = declaration.Fields;
        _pages = new(declaration.Schema.Statements);
        _counts = new(declaration.Schema.Statements);
        _query = new ListQuery(declaration, field, ListQuery.NodesOf(field));
        _orderOfEntries = source.Merged is { } merged && declaration.Schema.Provider is DatabaseProvider.PostgreSql
            ? MergedQuery.OrderOfEntries(merged, _query.DefaultOrder)
            : null;
    }

    protected override async ValueTask<object?[]> ReadAsync(
        DbContext db,
        ArgumentValues arguments,
        ReadOnlyMemory<object> parents,
        CancellationToken cancellationToken)
    {
        var use = _query.Page(arguments);
        var values = new QueryArguments();
        Compose(values, use);
        var statement = _pages.Get(values, use, (building, state) => Compose(building, state)!);
        var rows = await statement.RunAsync(db, values, cancellationToken);
        var page = new Page(use.Request, rows, use.Cursors, new RowCounting(CountAsync, arguments), Guid.Empty);
        // One at the root; of a field of the viewer, whose page it is whatever its parent.
        var pages = new object?[parents.Length];
        Array.Fill(pages, page);
        return pages;
    }

    protected override void Begin(RequestContext context, ArgumentValues arguments)
    {
        if (_source.Note is { } note)
        {
            var (index, key) = _source.Name?.Find(arguments) ?? default;
            note(context.Session, key == Guid.Empty ? null : (_source.Name!.Keys[index].TypeName, key));
        }
    }

    Expression? Compose(QueryArguments arguments, PageUse use)
    {
        if (_orderOfEntries is { } orderOfEntries && use.IsDefaultOrder)
        {
            return MergedQuery.Compose(_source.Merged!, orderOfEntries, _fields, use, arguments);
        }

        var row = Expression.Parameter(_fields.RowType!, "row");
        var condition = FilterModel.And(
            use.Condition(arguments.Builder is null ? null : row, arguments),
            _source.Condition(use.Arguments, row, arguments));
        if (arguments.Builder is not { } builder)
        {
            return null;
        }

        var query = RootQuery.Where(RootQuery.Of(_source, _fields, builder), condition, row);
        query = use.Order.Apply(query, use.Request.IsBackward, _query.Declaration.Schema.Provider, builder);
        return Sequence.Select(Sequence.Take(query, use.Request.Limit), use.Projection().ToSelector(builder));
    }

    async ValueTask<List<RowCount>> CountAsync(
        DbContext db,
        ArgumentValues arguments,
        Guid[] parentKeys,
        CancellationToken cancellationToken)
    {
        var values = new QueryArguments();
        ComposeCount(values, arguments);
        var statement = _counts.Get(values, arguments, (building, state) => ComposeCount(building, state)!);
        return await statement.RunAsync(db, values, cancellationToken);
    }

    Expression? ComposeCount(QueryArguments arguments, ArgumentValues given)
    {
        var row = Expression.Parameter(_fields.RowType!, "row");
        var condition = FilterModel.And(
            _query.Filter(given, arguments.Builder is null ? null : row, arguments),
            _source.Condition(given, row, arguments));
        return arguments.Builder is { } builder
            ? Counting.All(RootQuery.Where(RootQuery.Of(_source, _fields, builder), condition, row))
            : null;
    }

    public override string ToString() =>
        $"Page {_query.Declaration.Coordinate} {_query.Projection} by {_query.DefaultOrder.Shape}";
}
