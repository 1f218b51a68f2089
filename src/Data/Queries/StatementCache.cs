using System.Collections.Concurrent;
using System.Linq.Expressions;

namespace GraphApi.Data.Queries;

/// <summary>
/// The statements of one step, by shape. Bounded: a step that has seen too many shapes starts afresh, so that nobody
/// can fill the memory by asking differently each time. Thread-safe.
/// </summary>
sealed class StatementCache<TRow>
    where TRow : class
{
    const int Capacity = 64;
    readonly ConcurrentDictionary<string, Statement<TRow>> _statements = new(StringComparer.Ordinal);

    /// <summary>
    /// The statement of a shape. Where it is new, <paramref name="build"/> walks the same arguments again, with a
    /// builder, and returns the query.
    /// </summary>
    public Statement<TRow> Get<TState>(
        QueryArguments arguments,
        TState state,
        Func<QueryArguments, TState, Expression> build)
    {
        if (_statements.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(arguments.Shape, out var known))
        {
            return known;
        }

        var builder = new QueryBuilder();
        var statement = Statement<TRow>.Compile(builder, build(new QueryArguments(builder), state));
        if (_statements.Count >= Capacity)
        {
            _statements.Clear();
        }

        _statements[arguments.Shape.ToString()] = statement;
        return statement;
    }
}
