using System.Linq.Expressions;
using GraphApi.Data.Bindings;
using GraphApi.Data.Filtering;
using GraphApi.Data.Paging;
using GraphApi.Data.Projections;
using GraphApi.Data.Queries;
using GraphApi.Data.Sorting;
using GraphApi.Data.Steps;
using GraphApi.Engine.Execution;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Data.ChangeLog;

/// <summary>
/// Which rows of an entity there are for the caller, by key: those that its query filters let through, that belong to
/// the field's source, and for which the <c>where</c> of the request holds. One compiled statement a shape, as for
/// lists. Thread-safe.
/// </summary>
public sealed class RowMatches
{
    readonly DataSchema _schema;
    readonly EntityFields _fields;
    readonly RootSource _source;
    readonly StatementCache<object> _statements;
    readonly Func<object, Guid> _key;
    SortOrder? _order;

    internal RowMatches(DataSchema schema, EntityFields fields, RootSource source)
    {
        _schema = schema;
        _fields = fields;
        _source = source;
        _statements = new StatementCache<object>(schema.Statements);
        _key = PropertyBindings.Reader<Guid>(fields.Key);
    }

    /// <summary>Those of some rows that are there for the caller.</summary>
    /// <param name="db">The context, with the caller's rules.</param>
    /// <param name="arguments">The arguments with <c>where</c>; none: there is no condition.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async ValueTask<IReadOnlySet<Guid>> AmongAsync(
        DbContext db, ArgumentValues arguments, IReadOnlyCollection<Guid> keys, CancellationToken cancellationToken) =>
        keys.Count == 0
            ? new HashSet<Guid>()
            : (await ReadAsync(db, new Wanted(arguments, [.. keys], null, null), cancellationToken)).ToHashSet();

    /// <summary>The first rows behind a key, in the order of keys.</summary>
    /// <param name="db">The context, with the caller's rules.</param>
    /// <param name="arguments">The arguments with <c>where</c>.</param>
    /// <param name="after">The key; null: from the beginning.</param>
    /// <param name="count">How many at most; 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async ValueTask<IReadOnlyList<Guid>> AfterAsync(
        DbContext db, ArgumentValues arguments, Guid? after, int count, CancellationToken cancellationToken)
    {
        var keys = await ReadAsync(db, new Wanted(arguments, null, after, count), cancellationToken);
        return keys.Count > count ? keys.GetRange(0, count) : keys;
    }

    async ValueTask<List<Guid>> ReadAsync(DbContext db, Wanted wanted, CancellationToken cancellationToken)
    {
        var values = new QueryArguments();
        Compose(values, wanted);
        var statement = _statements.Get(values, wanted, (building, state) => Compose(building, state)!);
        var rows = await statement.RunAsync(db, values, cancellationToken);
        return rows.ConvertAll(row => _key(row));
    }

    Expression? Compose(QueryArguments arguments, Wanted wanted)
    {
        var row = Expression.Parameter(_fields.RowType!, "row");
        var (order, limit) = (Order, wanted.Count is { } count ? Limit(count) : 0);
        var condition = Filter(wanted.Given, arguments.Builder is null ? null : row, arguments);
        arguments.Mark(wanted.Keys is null ? 'p' : 'k');
        if (wanted.Keys is { } keys)
        {
            var among = arguments.Value(keys, typeof(Guid[]));
            condition = arguments.Builder is null
                ? null
                : FilterModel.And(condition, Sequence.Contains(among!, Expression.Property(row, _fields.Key)));
        }
        else
        {
            arguments.Mark(limit);
            if (wanted.After is { } after)
            {
                arguments.Mark('a');
                var beyond = Keyset.Condition(
                    arguments, order, [after], after: true, arguments.Builder is null ? null : row);
                condition = FilterModel.And(condition, beyond);
            }
        }

        if (arguments.Builder is not { } builder)
        {
            return null;
        }

        var query = RootQuery.Where(RootQuery.Of(_source, _fields, builder), condition, row);
        if (wanted.Keys is null)
        {
            query = Sequence.Take(order.Apply(query, backward: false, _schema.Provider, builder), limit);
        }

        return Sequence.Select(query, new Projection(_fields.Entity).ToSelector(builder));
    }

    Expression? Filter(ArgumentValues given, Expression? row, QueryArguments arguments)
    {
        arguments.Mark('w');
        return given.TryGet("where", out var value) && value is InputObject input
            ? _schema.FilterOf(input.Type, _fields).Apply(input, row, arguments, new FilterBudget(_schema.Limits))
            : null;
    }

    SortOrder Order => _order ??= SortOrder.Of([], DataSchema.IdKeyOf(_fields));

    static int Limit(int count) => new PageRequest(count - 1, null, null, null).Limit;

    sealed record Wanted(ArgumentValues Given, Guid[]? Keys, Guid? After, int? Count);
}
