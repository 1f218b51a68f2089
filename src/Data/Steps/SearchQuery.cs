using System.Linq.Expressions;
using GraphApi.Data.Bindings;
using GraphApi.Data.Filtering;
using GraphApi.Data.Queries;
using GraphApi.Data.Searching;
using GraphApi.Data.Sorting;
using GraphApi.Engine.Execution;

namespace GraphApi.Data.Steps;

/// <summary>
/// The entities that a search text finds, each once, with its rank. Each term is asked for by itself; its matches are
/// grouped by what they belong to, and where all terms matched, joined to the entities. Texts that query filters hide
/// take no part in any of it: the rank is a sum over visible texts, without a statistic of the others. Nor do they take
/// time: an owner the caller may not see is left out before its texts are looked at, where that is quicker.
/// </summary>
sealed class SearchQuery
{
    readonly SearchSource _source;
    readonly TextIndex _index;
    readonly EntityFields _fields;
    readonly FilterModel? _filter;
    readonly DataSchema _schema;
    readonly Type _sortType;
    readonly SortKey _sortKey;

    public SearchQuery(DataSchema schema, SearchSource source, EntityFields fields, FilterModel? filter)
    {
        _schema = schema;
        _source = source;
        _fields = fields;
        _filter = filter;
        _index = source.IndexOf(schema.Provider);
        var order = DataSchema.OrderOf(fields, []);
        _sortKey = order.Terms[0].Key;
        _sortType = _sortKey.IsNullable && _sortKey.ValueType.IsValueType
            ? typeof(Nullable<>).MakeGenericType(_sortKey.ValueType)
            : _sortKey.ValueType;
        RowType = typeof(SearchRow<>).MakeGenericType(_sortType);
        Order = SortOrder.Of(
            [
                new SortTerm(Key("rank", nameof(SearchRow.Rank), isNullable: false), true),
                new SortTerm(
                    Key(_sortKey.Name, nameof(SearchRow<>.SortValue), _sortKey.IsNullable),
                    order.Terms[0].Descending),
            ],
            Key(order.Terms[1].Key.Name, nameof(SearchRow.Key), isNullable: false));
    }

    /// <summary>The type of the rows.</summary>
    public Type RowType { get; }

    /// <summary>The greatest rank first, then as the entities are ordered.</summary>
    public SortOrder Order { get; }

    /// <summary>Collects and, where an expression is built, returns the rows in no order; else null.</summary>
    public Expression? Compose(SearchText text, ArgumentValues given, QueryArguments arguments)
    {
        Expression? matches = null;
        foreach (var (i, term) in text.Sought.Index())
        {
            matches = Concat(matches, InTexts(term, i, arguments));
            if (term.Code is not null)
            {
                matches = Concat(matches, InCodes(term, i, arguments));
            }
        }

        arguments.Mark('|');
        var entity = Expression.Parameter(_fields.RowType!, "entity");
        var builder = arguments.Builder;
        Expression? condition = null;
        foreach (var term in text.Excluded)
        {
            var excluded = Excluded(term, entity, arguments);
            condition = FilterModel.And(condition, excluded);
        }

        arguments.Mark('w');
        if (_filter is not null && given.TryGet("where", out var where) && where is InputObject input)
        {
            var asked = _filter.Apply(
                input, builder is null ? null : entity, arguments, new FilterBudget(_schema.Limits));
            condition = FilterModel.And(condition, asked);
        }

        return builder is null ? null : Group(matches!, condition, entity, text.Sought.Count, builder);
    }

    /// <summary>The texts that have a term.</summary>
    Expression? InTexts(SearchTerm term, int number, QueryArguments arguments)
    {
        var text = Expression.Parameter(_source.TextType, "text");
        var has = Has(term, text, arguments);
        if (arguments.Builder is not { } builder)
        {
            return null;
        }

        var owner = builder.Inline(_source.OwnerKeyOf, text);
        var condition = Expression.AndAlso(Sequence.Contains(builder.Inline(_source.OwnersOf), owner), has!);
        return Matches(
            Sequence.Where(builder.Set(text.Type), Expression.Lambda(condition, text)),
            text,
            owner,
            number,
            builder.Inline(_source.PointsOf, text));
    }

    /// <summary>The entities whose code a term is, as it is written or in capital letters.</summary>
    Expression? InCodes(SearchTerm term, int number, QueryArguments arguments)
    {
        arguments.Mark(term.IsPrefix ? 'p' : 'c');
        var written = arguments.Value(term.Code, typeof(string));
        var capital = arguments.Value(term.Code!.ToUpperInvariant(), typeof(string));
        if (arguments.Builder is not { } builder)
        {
            return null;
        }

        var entity = Expression.Parameter(_source.EntityType, "entity");
        var code = builder.Inline(_source.CodeOf, entity);
        var isIt = Expression.OrElse(IsCode(code, written!, term.IsPrefix), IsCode(code, capital!, term.IsPrefix));
        return Matches(
            Sequence.Where(builder.Set(entity.Type), Expression.Lambda(isIt, entity)),
            entity,
            builder.Inline(_source.OwnerOf, entity),
            number,
            Expression.Constant(_source.PointsOfCode));
    }

    static Expression IsCode(Expression code, Expression value, bool isPrefix) => isPrefix
        ? Expression.Call(code, nameof(string.StartsWith), [], value)
        : Expression.Equal(code, value);

    /// <summary>That no text of an entity has a term.</summary>
    UnaryExpression? Excluded(SearchTerm term, ParameterExpression entity, QueryArguments arguments)
    {
        var text = Expression.Parameter(_source.TextType, "text");
        var has = Has(term, text, arguments);
        if (arguments.Builder is not { } builder)
        {
            return null;
        }

        var isOfEntity = Expression.Equal(
            builder.Inline(_source.OwnerKeyOf, text),
            builder.Inline(_source.OwnerOf, entity));
        return Expression.Not(Sequence.Any(
            builder.Set(text.Type),
            Expression.Lambda(Expression.AndAlso(isOfEntity, has!), text)));
    }

    Expression? Has(SearchTerm term, ParameterExpression text, QueryArguments arguments)
    {
        arguments.Mark(term.IsStemmed ? 's' : 't');
        var value = arguments.Value(_index.Write(term), typeof(string));
        return arguments.Builder?.Inline(term.IsStemmed ? _index.HasStems : _index.HasWords, text, value!);
    }

    /// <summary>The entities of the owners in whose texts each term is found.</summary>
    Expression Group(
        Expression matches,
        Expression? condition,
        ParameterExpression entity,
        int terms,
        QueryBuilder builder)
    {
        var match = Expression.Parameter(typeof(SearchMatch), "match");
        LambdaExpression Of(string property) => Expression.Lambda(Expression.Property(match, property), match);
        var groups = Sequence.GroupBy(matches, Of(nameof(SearchMatch.Owner)));
        var group = Expression.Parameter(Sequence.Item(groups), "group");
        if (terms > 1)
        {
            var found = Sequence.Count(Sequence.Distinct(Sequence.Select(group, Of(nameof(SearchMatch.Term)))));
            groups = Sequence.Where(
                groups, Expression.Lambda(Expression.Equal(found, Expression.Constant(terms)), group));
        }

        var scores = Sequence.Select(
            groups,
            Expression.Lambda(
                Made(
                    typeof(SearchScore),
                    (nameof(SearchScore.Owner), Expression.Property(group, nameof(IGrouping<,>.Key))),
                    (nameof(SearchScore.Rank), Sequence.Sum(group, Of(nameof(SearchMatch.Points))))),
                group));
        var score = Expression.Parameter(typeof(SearchScore), "score");
        return Sequence.Join(
            RootQuery.Where(builder.Set(entity.Type), condition, entity),
            scores,
            Expression.Lambda(builder.Inline(_source.OwnerOf, entity), entity),
            Expression.Lambda(Expression.Property(score, nameof(SearchScore.Owner)), score),
            Expression.Lambda(
                Made(
                    RowType,
                    (nameof(SearchRow.Key), Expression.Property(entity, _fields.Key)),
                    (nameof(SearchRow.Owner), Expression.Property(score, nameof(SearchScore.Owner))),
                    (nameof(SearchRow.Rank), Expression.Property(score, nameof(SearchScore.Rank))),
                    (nameof(SearchRow<>.SortValue), _sortKey.Access(entity, builder))),
                entity,
                score));
    }

    static Expression Matches(
        Expression query,
        ParameterExpression row,
        Expression owner,
        int number,
        Expression points) =>
        Sequence.Select(
            query,
            Expression.Lambda(
                Made(
                    typeof(SearchMatch),
                    (nameof(SearchMatch.Owner), owner),
                    (nameof(SearchMatch.Term), Expression.Constant(number)),
                    (nameof(SearchMatch.Points), points)),
                row));

    static MemberInitExpression Made(Type type, params ReadOnlySpan<(string Property, Expression Value)> members)
    {
        var bindings = new List<MemberBinding>();
        foreach (var (property, value) in members)
        {
            bindings.Add(Expression.Bind(type.GetProperty(property)!, value));
        }

        return Expression.MemberInit(Expression.New(type), bindings);
    }

    static Expression? Concat(Expression? left, Expression? right) =>
        left is null ? right : right is null ? left : Sequence.Concat(left, right);

    SortKey Key(string name, string property, bool isNullable)
    {
        var row = Expression.Parameter(RowType, "row");
        return new SortKey(name, Expression.Lambda(Expression.Property(row, property), row), isNullable);
    }
}
