using System.Linq.Expressions;
using GraphApi.Data.Bindings;
using GraphApi.Data.Databases;
using GraphApi.Data.Paging;
using GraphApi.Data.Queries;
using GraphApi.Data.Sorting;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Planning;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Data.Steps;

/// <summary>
/// A page of the children of each parent: one statement for the level. PostgreSQL walks an index for each parent (JOIN
/// LATERAL); SQLite, which cannot, numbers the children (ROW_NUMBER).
/// </summary>
/// <seealso href="https://www.postgresql.org/docs/15/queries-table-expressions.html#QUERIES-LATERAL"/>
sealed class ChildPagesStep : DataStep
{
    readonly ListDeclaration _declaration;
    readonly EntityFields _parent;
    readonly ChildQuery _children;
    readonly ListQuery _query;
    readonly SortOrder? _linkOrder;
    readonly Func<object, Guid> _parentKey;
    readonly StatementCache<ChildRow> _rows;
    readonly StatementCache<ChildList> _lists;
    readonly StatementCache<RowCount> _counts;

    public ChildPagesStep(ChildPath path, ListDeclaration declaration, EntityFields parent, FieldPlan field)
    {
        _declaration = declaration;
        _rows = new(declaration.Schema.Statements);
        _lists = new(declaration.Schema.Statements);
        _counts = new(declaration.Schema.Statements);
        _parent = parent;
        _children = new ChildQuery(path);
        _query = new ListQuery(declaration, field, ListQuery.NodesOf(field));
        _linkOrder = OrderOfLinks(declaration.Link, _query.DefaultOrder);
        _parentKey = PropertyBindings.Reader<Guid>(parent.Key);
    }

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
        if (keys.Distinct.Length == 1 || _declaration.Schema.Provider is DatabaseProvider.PostgreSql)
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
            : arguments.Value(state.Keys, typeof(Guid[]));
        var parentRow = Expression.Parameter(typeof(KeyRow), "parent");
        var key = isSingle ? keys : QueryBuilder.KeyOf(parentRow);
        var (query, carrier) = ComposePage(arguments, state.Use, key);
        if (arguments.Builder is not { } builder)
        {
            return null;
        }

        if (isSingle)
        {
            return Sequence.Select(query!, Expression.Lambda(Row(state.Use, key!, carrier!, builder), carrier!));
        }

        // (parent, carrier) => new JoinedChild { ParentKey, Child }, sorted again: a join keeps no order.
        (query, carrier) = _children.ToLateral(query!, carrier!);
        var joinedType = typeof(JoinedChild<>).MakeGenericType(carrier.Type);
        var joined = Expression.Parameter(joinedType, "joined");
        var pages = Sequence.SelectMany(
            QueryBuilder.KeyRows((ParameterExpression)keys!),
            Expression.Lambda(query, parentRow),
            Expression.Lambda(
                Expression.MemberInit(
                    Expression.New(joinedType),
                    Expression.Bind(joinedType.GetProperty(nameof(JoinedChild<>.ParentKey))!, key!),
                    Expression.Bind(joinedType.GetProperty(nameof(JoinedChild<>.Child))!, carrier)),
                parentRow,
                carrier));
        var child = Expression.Property(joined, nameof(JoinedChild<>.Child));
        return Sequence.Select(
            Sort(pages, joined, row => Expression.Property(row, nameof(JoinedChild<>.Child)), state.Use, builder),
            Expression.Lambda(
                Row(state.Use, Expression.Property(joined, nameof(JoinedChild<>.ParentKey)), child, builder),
                joined));
    }

    MemberInitExpression Row(PageUse use, Expression key, Expression carrier, QueryBuilder builder)
    {
        var made = use.Projection().Build(_children.Child(carrier), builder);
        var row = typeof(ChildRow<>).MakeGenericType(made.Type);
        return Expression.MemberInit(
            Expression.New(row),
            Expression.Bind(row.GetProperty(nameof(ChildRow.ParentKey))!, key),
            Expression.Bind(row.GetProperty(nameof(ChildRow<>.Row))!, made));
    }

    /// <summary>
    /// Sorts rows that hold carriers, by the carriers where an index says how, else by their children.
    /// </summary>
    Expression Sort(
        Expression rows,
        ParameterExpression row,
        Func<Expression, Expression> carrier,
        PageUse use,
        QueryBuilder builder) =>
        LinkOrder(use) is { } order
            ? order.Apply(rows, row, carrier, use.Request.IsBackward, _declaration.Schema.Provider, builder)
            : use.Order.Apply(
                rows,
                row,
                r => _children.Child(carrier(r)),
                use.Request.IsBackward,
                _declaration.Schema.Provider,
                builder);

    /// <summary>The list's own order as the joining rows have it; null: another order, or no such index.</summary>
    SortOrder? LinkOrder(PageUse use) => use.IsDefaultOrder ? _linkOrder : null;

    static SortOrder? OrderOfLinks(LinkIndex? link, SortOrder order) => link is null
        ? null
        : SortOrder.Of(
            [new SortTerm(new SortKey(order.Terms[0].Key.Name, link.SortValue, false), order.Terms[0].Descending)],
            new SortKey(order.Terms[1].Key.Name, link.ChildKey, isNullable: false));

    /// <summary>Takes away the joining rows that do not count.</summary>
    Expression? Counts(QueryBuilder builder, Expression carrier) =>
        _declaration.Link is { } link ? builder.Inline(link.Condition, carrier) : null;

    Expression? ComposeLists(QueryArguments arguments, (PageUse Use, Guid[] Keys) state)
    {
        var keys = arguments.Value(state.Keys, typeof(Guid[]));
        var parentRow = Expression.Parameter(_parent.RowType!, "parent");
        var key = Expression.Property(parentRow, _parent.Key);
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
            builder.Set(_parent.RowType!),
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
        var condition = use.Query.Filter(
            use.Arguments, carrier is null ? null : _children.Child(carrier), arguments);
        var keyset = LinkOrder(use) is { } linkOrder
            ? use.Keyset(linkOrder, carrier, arguments)
            : use.Keyset(use.Order, carrier is null ? null : _children.Child(carrier), arguments);
        if (source is null)
        {
            return (null, null);
        }

        var isOfParent = Expression.Equal(_children.ParentKey(carrier!), key!);
        condition = Filtering.FilterModel.And(
            Filtering.FilterModel.And(isOfParent, Counts(arguments.Builder!, carrier!)),
            Filtering.FilterModel.And(
                _children.HasChild(carrier!),
                Filtering.FilterModel.And(condition, keyset)));
        var query = Sort(
            RootQuery.Where(source, condition, carrier!),
            carrier!,
            row => row,
            use,
            arguments.Builder!);
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
            Filtering.FilterModel.And(_children.IsOfOneOf(keys!, carrier!), Counts(arguments.Builder!, carrier!)),
            Filtering.FilterModel.And(_children.HasChild(carrier!), filter));
        return Counting.By(
            RootQuery.Where(source, condition, carrier!),
            Expression.Lambda(_children.ParentKey(carrier!), carrier!));
    }

    public override string ToString() =>
        $"Pages {_declaration.Coordinate} {_query.Projection} by {_query.DefaultOrder.Shape}";
}
