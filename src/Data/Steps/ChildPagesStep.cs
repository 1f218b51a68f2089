using System.Linq.Expressions;
using GraphApi.Data.Bindings;
using GraphApi.Data.Databases;
using GraphApi.Data.Paging;
using GraphApi.Data.Queries;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Planning;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Data.Steps;

/// <summary>
/// A page of the children of each parent: one statement for the level. PostgreSQL walks an index for each parent (JOIN
/// LATERAL); SQLite, which cannot, numbers the children (ROW_NUMBER).
/// </summary>
/// <seealso href="https://www.postgresql.org/docs/15/queries-table-expressions.html#QUERIES-LATERAL"/>
sealed class ChildPagesStep(ChildPath path, ListDeclaration declaration, EntityFields parent, FieldPlan field)
    : DataStep
{
    readonly ChildQuery _children = new(path);
    readonly ListQuery _query = new(declaration, field, ListQuery.NodesOf(field));
    readonly StatementCache<ChildRow> _rows = new();
    readonly StatementCache<ChildList> _lists = new();
    readonly StatementCache<RowCount> _counts = new();
    readonly Func<object, Guid> _parentKey = PropertyBindings.Reader<Guid>(parent.Key);

    protected override async ValueTask<object?[]> ReadAsync(
        DbContext db,
        ArgumentValues arguments,
        ReadOnlyMemory<object> parents,
        CancellationToken cancellationToken)
    {
        var use = _query.Page(arguments);
        var keys = ParentKeys.Of(parents, _parentKey);
        var state = (use, keys.Distinct);
        var values = new QueryArguments();
        var children = keys.Distinct.ToDictionary(k => k, _ => (IReadOnlyList<object>)[]);
        if (keys.Distinct.Length == 1 || declaration.Schema.Provider is DatabaseProvider.PostgreSql)
        {
            ComposeRows(values, state);
            var statement = _rows.Get(values, state, (building, s) => ComposeRows(building, s)!);
            var rows = await statement.RunAsync(db, values, cancellationToken);
            foreach (var group in rows.GroupBy(r => r.ParentKey))
            {
                children[group.Key] = [.. group.Select(r => r.Child)];
            }
        }
        else
        {
            ComposeLists(values, state);
            var statement = _lists.Get(values, state, (building, s) => ComposeLists(building, s)!);
            foreach (var list in await statement.RunAsync(db, values, cancellationToken))
            {
                children[list.ParentKey] = list.Children;
            }
        }

        var counting = new RowCounting(CountAsync, arguments);
        var pages = keys.Distinct.ToDictionary(
            k => k,
            k => new Page(use.Request, children[k], use.Cursors, counting, k));
        return Array.ConvertAll(keys.All, key => (object?)pages[key]);
    }

    /// <summary>
    /// One parent: a plain page. Several, on PostgreSQL: a page for each key of an array, joined laterally.
    /// </summary>
    Expression? ComposeRows(QueryArguments arguments, (PageUse Use, Guid[] Keys) state)
    {
        var isSingle = state.Keys.Length == 1;
        arguments.Mark(isSingle ? '1' : 'n');
        var keys = isSingle
            ? arguments.Value(state.Keys[0], typeof(Guid))
            : arguments.Value(QueryBuilder.KeyList(state.Keys), typeof(object[]));
        var parentRow = Expression.Parameter(typeof(KeyRow), "parent");
        var key = isSingle ? keys : QueryBuilder.KeyOf(parentRow);
        var (query, carrier) = ComposePage(arguments, state.Use, key);
        if (arguments.Builder is not { } builder)
        {
            return null;
        }

        var made = state.Use.Projection().Build(_children.Child(carrier!), builder);
        var row = typeof(ChildRow<>).MakeGenericType(made.Type);
        var result = Expression.MemberInit(
            Expression.New(row),
            Expression.Bind(row.GetProperty(nameof(ChildRow.ParentKey))!, key!),
            Expression.Bind(row.GetProperty(nameof(ChildRow<>.Row))!, made));
        return isSingle
            ? Sequence.Select(query!, Expression.Lambda(result, carrier!))
            : Sequence.SelectMany(
                QueryBuilder.KeyRows(declaration.Schema.Model, (ParameterExpression)keys!),
                Expression.Lambda(query!, parentRow),
                Expression.Lambda(result, parentRow, carrier!));
    }

    Expression? ComposeLists(QueryArguments arguments, (PageUse Use, Guid[] Keys) state)
    {
        var keys = arguments.Value(state.Keys, typeof(Guid[]));
        var parentRow = Expression.Parameter(parent.RowType!, "parent");
        var key = Expression.Property(parentRow, parent.Key);
        var (query, carrier) = ComposePage(arguments, state.Use, key, isNumbered: true);
        if (arguments.Builder is not { } builder)
        {
            return null;
        }

        var made = state.Use.Projection().Build(_children.Child(carrier!), builder);
        var list = typeof(ChildList<>).MakeGenericType(made.Type);
        var result = Expression.MemberInit(
            Expression.New(list),
            Expression.Bind(list.GetProperty(nameof(ChildList.ParentKey))!, key),
            Expression.Bind(
                list.GetProperty(nameof(ChildList<>.Rows))!,
                Sequence.ToList(Sequence.Select(query!, Expression.Lambda(made, carrier!)))));
        var parents = Sequence.Where(
            builder.Set(parent.RowType!),
            Expression.Lambda(Sequence.Contains(keys!, key), parentRow));
        return Sequence.Select(parents, Expression.Lambda(result, parentRow));
    }

    (Expression? Query, ParameterExpression? Carrier) ComposePage(
        QueryArguments arguments,
        PageUse use,
        Expression? key,
        bool isNumbered = false)
    {
        var source = arguments.Builder is { } builder ? _children.Carriers(builder) : null;
        var carrier = source is null ? null : Expression.Parameter(Sequence.Item(source), "carrier");
        var condition = use.Condition(carrier is null ? null : _children.Child(carrier), arguments);
        if (source is null)
        {
            return (null, null);
        }

        var isOfParent = Expression.Equal(_children.ParentKey(carrier!), key!);
        condition = Filtering.FilterModel.And(
            isOfParent,
            Filtering.FilterModel.And(_children.HasChild(carrier!), condition));
        var query = RootQuery.Where(source, condition, carrier!);
        query = use.Order.Apply(
            query,
            carrier!,
            _children.Child,
            use.Request.IsBackward,
            declaration.Schema.Provider,
            isFirst: true);
        if (isNumbered)
        {
            // Nothing is left to sort after the key; but named here, references are joined before the limit. Joined
            // after it, they would hide the parent's key from EF, which could then not number the rows.
            foreach (var reference in use.Projection().ReferenceKeys(_children.Child(carrier!)))
            {
                query = Sequence.OrderBy(query, Expression.Lambda(reference, carrier!), false, isFirst: false);
            }
        }

        return (Sequence.Take(query, use.Request.Limit), carrier);
    }

    async ValueTask<List<RowCount>> CountAsync(
        DbContext db,
        ArgumentValues arguments,
        Guid[] parentKeys,
        CancellationToken cancellationToken)
    {
        var values = new QueryArguments();
        ComposeCount(values, (arguments, parentKeys));
        var statement = _counts.Get(values, (arguments, parentKeys), (building, s) => ComposeCount(building, s)!);
        return await statement.RunAsync(db, values, cancellationToken);
    }

    Expression? ComposeCount(QueryArguments arguments, (ArgumentValues Given, Guid[] Keys) state)
    {
        var keys = arguments.Value(state.Keys, typeof(Guid[]));
        var source = arguments.Builder is { } builder ? _children.Carriers(builder) : null;
        var carrier = source is null ? null : Expression.Parameter(Sequence.Item(source), "carrier");
        var filter = _query.Filter(state.Given, carrier is null ? null : _children.Child(carrier), arguments);
        if (source is null)
        {
            return null;
        }

        var condition = Filtering.FilterModel.And(
            _children.IsOfOneOf(keys!, carrier!),
            Filtering.FilterModel.And(_children.HasChild(carrier!), filter));
        return Counting.By(
            RootQuery.Where(source, condition, carrier!),
            Expression.Lambda(_children.ParentKey(carrier!), carrier!));
    }

    public override string ToString() =>
        $"Pages {declaration.Coordinate} {_query.Projection} by {_query.DefaultOrder.Shape}";
}
