using System.Linq.Expressions;
using GraphApi.Data.Databases;
using GraphApi.Data.Projections;
using GraphApi.Data.Queries;
using GraphApi.Data.Sorting;
using GraphApi.Engine.Caching;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Data.Steps;

/// <summary>Rows of one entity by their keys, in one statement.</summary>
/// <param name="statements">Decides which statements stay compiled.</param>
/// <param name="projection">What is read of each.</param>
/// <param name="order">How several are sorted, on which database; null: in no order.</param>
sealed class KeyedRows(
    Retention statements, Projection projection, (SortOrder Order, DatabaseProvider Provider)? order = null)
{
    readonly StatementCache<object> _statements = new(statements);
    readonly Func<object, Guid> _key =
        Bindings.PropertyBindings.Reader<Guid>(projection.Entity.FindPrimaryKey()!.Properties[0].PropertyInfo!);

    /// <summary>What is read of each.</summary>
    public Projection Projection => projection;

    /// <summary>The rows that are there and may be seen, by key, sorted.</summary>
    public async ValueTask<OrderedDictionary<Guid, object>> ReadAsync(
        DbContext db,
        Guid[] keys,
        CancellationToken cancellationToken)
    {
        if (keys.Length == 0)
        {
            return [];
        }

        var values = new QueryArguments();
        Compose(values, keys);
        var statement = _statements.Get(values, keys, (building, state) => Compose(building, state)!);
        var rows = await statement.RunAsync(db, values, cancellationToken);
        return new OrderedDictionary<Guid, object>(rows.Select(row => KeyValuePair.Create(_key(row), row)));
    }

    Expression? Compose(QueryArguments arguments, Guid[] keys)
    {
        // One key is compared, not looked up in a list: that is the plan of a primary key on every database.
        var isSingle = keys.Length == 1;
        arguments.Mark(isSingle ? '1' : 'n');
        var wanted = isSingle ? arguments.Value(keys[0], typeof(Guid)) : arguments.Value(keys, typeof(Guid[]));
        if (arguments.Builder is not { } builder)
        {
            return null;
        }

        var row = Expression.Parameter(projection.Entity.ClrType, "row");
        var key = Expression.Property(row, projection.Entity.FindPrimaryKey()!.Properties[0].PropertyInfo!);
        var condition = isSingle ? Expression.Equal(key, wanted!) : Sequence.Contains(wanted!, key);
        var rows = RootQuery.Where(builder.Set(row.Type), condition, row);
        if (order is var (sort, provider) && !isSingle)
        {
            rows = sort.Apply(rows, backward: false, provider, builder);
        }

        return Sequence.Select(rows, projection.ToSelector(builder));
    }
}
