using System.Linq.Expressions;
using GraphApi.Data.Bindings;
using GraphApi.Data.Databases;
using GraphApi.Data.Filtering;
using GraphApi.Data.Paging;
using GraphApi.Data.Queries;
using GraphApi.Data.Searching;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Planning;
using GraphApi.Engine.TypeSystem;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Data.Steps;

/// <summary>A page of what a search text finds: one statement, whatever is looked for.</summary>
sealed class SearchStep : DataStep
{
    readonly DataSchema _schema;
    readonly SearchQuery _query;
    readonly Action<object?, string, IReadOnlyList<Guid>>? _note;
    readonly StatementCache<SearchRow> _pages;
    readonly StatementCache<RowCount> _counts;
    readonly int? _maxPageSize;
    readonly string _coordinate;

    public SearchStep(
        DataSchema schema,
        SearchSource source,
        EntityFields fields,
        int? maxPageSize,
        FieldPlan field)
    {
        _schema = schema;
        _note = source.Note;
        _maxPageSize = maxPageSize;
        _coordinate = field.Field.Coordinate;
        _pages = new(schema.Statements);
        _counts = new(schema.Statements);
        _query = new SearchQuery(schema, source, fields, FilterOf(schema, fields, field));
    }

    protected override async ValueTask<object?[]> ReadAsync(
        DbContext db,
        ArgumentValues arguments,
        ReadOnlyMemory<object> parents,
        CancellationToken cancellationToken)
    {
        var request = PageRequest.Read(arguments, _schema.Paging, _maxPageSize);
        var text = SearchText.Read(arguments.Get<string>("text")!);

        // A cursor is one of what a text finds: in what another finds, it is no place.
        var cursors = new CursorFormat(_schema.Cursors, _coordinate, text.ToString(), _query.Order);
        var use = new Use(request, text, arguments, cursors.Open(request.After), cursors.Open(request.Before));
        var values = new QueryArguments();
        Compose(values, use);
        var statement = _pages.Get(values, use, (building, state) => Compose(building, state)!);
        var rows = await statement.RunAsync(db, values, cancellationToken);
        foreach (var row in rows)
        {
            row.Text = text;
        }

        return [new Page(request, rows, cursors, new RowCounting(CountAsync, arguments), Guid.Empty)];
    }

    protected override void End(RequestContext context, ArgumentValues arguments, object?[] read) => _note?.Invoke(
        context.GetSession<DataSession>(),
        arguments.Get<string>("text")!,
        ((Page)read[0]!).Nodes.ConvertAll(row => ((SearchRow)row).Owner));

    Expression? Compose(QueryArguments arguments, Use use)
    {
        var rows = _query.Compose(use.Text, use.Arguments, arguments);
        var row = Expression.Parameter(_query.RowType, "row");
        var bounds = Keyset.Between(
            arguments, _query.Order, use.Request, use.After, use.Before, rows is null ? null : row);
        if (rows is null)
        {
            return null;
        }

        var page = _query.Order.Apply(
            RootQuery.Where(rows, bounds, row), use.Request.IsBackward, _schema.Provider, arguments.Builder!);
        return Sequence.Take(page, use.Request.Limit);
    }

    async ValueTask<List<RowCount>> CountAsync(
        DbContext db,
        ArgumentValues arguments,
        Guid[] parentKeys,
        CancellationToken cancellationToken)
    {
        var text = SearchText.Read(arguments.Get<string>("text")!);
        var values = new QueryArguments();
        _query.Compose(text, arguments, values);
        var statement = _counts.Get(
            values,
            (Query: _query, Text: text, Arguments: arguments),
            (building, state) => Counting.All(state.Query.Compose(state.Text, state.Arguments, building)!));
        return await statement.RunAsync(db, values, cancellationToken);
    }

    static FilterModel? FilterOf(DataSchema schema, EntityFields fields, FieldPlan field) =>
        field.Field.ArgumentsByName.TryGetValue("where", out var where) && where.Type.Named is InputObjectType type
            ? schema.FilterOf(type, fields)
            : null;

    public override string ToString() => $"Search {_coordinate} by {_query.Order.Shape}";

    /// <summary>One request.</summary>
    sealed record Use(
        PageRequest Request,
        SearchText Text,
        ArgumentValues Arguments,
        object?[]? After,
        object?[]? Before);
}
