using System.Linq.Expressions;
using GraphApi.Data.Databases;
using GraphApi.Data.Projections;
using GraphApi.Data.Queries;

namespace GraphApi.Data.Sorting;

/// <summary>
/// A total order of rows: its last key is the entity's key, so that no two rows are equal. Immutable.
/// </summary>
sealed class SortOrder
{
    SortOrder(IReadOnlyList<SortTerm> terms)
    {
        Terms = terms;
        Shape = string.Join(',', terms.Select(t => (t.Descending ? '-' : '+') + t.Key.Name));
    }

    /// <summary>The keys.</summary>
    public IReadOnlyList<SortTerm> Terms { get; }

    /// <summary>The order in words; equal for equal orders of one entity.</summary>
    public string Shape { get; }

    /// <summary>
    /// The order by <paramref name="terms"/> and then by the key, in the direction of the last term, so that an index
    /// over both can be walked either way.
    /// </summary>
    public static SortOrder Of(IEnumerable<SortTerm> terms, SortKey key)
    {
        var list = new List<SortTerm>();
        foreach (var term in terms)
        {
            if (list.TrueForAll(t => t.Key.Name != term.Key.Name))
            {
                list.Add(term);
            }
        }

        if (list.TrueForAll(t => t.Key.Name != key.Name))
        {
            list.Add(new SortTerm(key, list.Count > 0 && list[^1].Descending));
        }

        return new SortOrder(list);
    }

    /// <summary>Makes the projection load what cursors hold.</summary>
    public void Require(Projection projection)
    {
        foreach (var term in Terms)
        {
            projection.Add(term.Key.Path, term.Key.Guards);
        }
    }

    /// <summary>Sorts a query.</summary>
    /// <param name="source">The query; its rows are what the keys read.</param>
    /// <param name="backward">Whether from the end.</param>
    /// <param name="provider">The database: SQLite has to be told where nulls stand.</param>
    /// <param name="builder">Builds the statement.</param>
    public Expression Apply(Expression source, bool backward, DatabaseProvider provider, QueryBuilder builder) =>
        Apply(source, Expression.Parameter(Sequence.Item(source), "row"), row => row, backward, provider, builder);

    /// <summary>Sorts a query whose rows hold, somewhere, what the keys read.</summary>
    public Expression Apply(
        Expression source,
        ParameterExpression item,
        Func<Expression, Expression> row,
        bool backward,
        DatabaseProvider provider,
        QueryBuilder builder)
    {
        var isFirst = true;
        foreach (var (key, descending) in Terms)
        {
            var down = descending != backward;
            if (key.IsNullable && provider is DatabaseProvider.Sqlite)
            {
                var isNull = Expression.Lambda(key.IsNull(row(item), builder), item);
                source = Sequence.OrderBy(source, isNull, down, isFirst);
                isFirst = false;
            }

            source = Sequence.OrderBy(source, Expression.Lambda(key.Access(row(item), builder), item), down, isFirst);
            isFirst = false;
        }

        return source;
    }
}
