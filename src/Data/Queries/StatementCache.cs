using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using GraphApi.Engine.Caching;

namespace GraphApi.Data.Queries;

/// <summary>
/// The statements of one step, by shape. What all steps keep together is bounded, so that nobody can fill the memory by
/// asking differently each time, nor push out what others ask again and again. The step alone holds its statements:
/// they go with its plan. Thread-safe.
/// </summary>
sealed class StatementCache<TRow>
    where TRow : class
{
    readonly ConcurrentDictionary<string, (Statement<TRow> Statement, Entry Entry)> _statements =
        new(StringComparer.Ordinal);

    readonly Retention _retention;
    readonly WeakReference<StatementCache<TRow>> _self;

    /// <summary>A cache without statements.</summary>
    /// <param name="retention">Decides which statements of all steps stay.</param>
    public StatementCache(Retention retention)
    {
        _retention = retention;
        _self = new WeakReference<StatementCache<TRow>>(this);
    }

    /// <summary>How many statements are compiled.</summary>
    public int Count => _statements.Count;

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
            known.Entry.Use();
            return known.Statement;
        }

        var builder = new QueryBuilder();
        var statement = Statement<TRow>.Compile(builder, build(new QueryArguments(builder), state));
        var shape = arguments.Shape.ToString();
        var hash = HashCode.Combine(RuntimeHelpers.GetHashCode(this), shape.GetHashCode(StringComparison.Ordinal));
        var entry = new Entry(_self, shape, hash);
        if (_statements.TryAdd(shape, (statement, entry)))
        {
            _retention.Add(entry);
        }

        return statement;
    }

    /// <summary>What the retention holds of a statement: neither the statement nor the step.</summary>
    sealed class Entry(WeakReference<StatementCache<TRow>> cache, string shape, int hash) : RetainedEntry(hash)
    {
        public override long Weight => 1;

        protected override bool IsAbandoned => !cache.TryGetTarget(out _);

        protected override void Leave()
        {
            if (cache.TryGetTarget(out var found))
            {
                found._statements.TryRemove(shape, out _);
            }
        }
    }
}
