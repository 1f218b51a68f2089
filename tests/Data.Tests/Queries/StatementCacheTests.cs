using System.Globalization;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using GraphApi.Data.Queries;
using GraphApi.Engine.Caching;

namespace GraphApi.Data.Tests.Queries;

public sealed class StatementCacheTests
{
    readonly Retention _retention = new(100, maxWeight: 100, heaviest: 1);
    int _built;

    [Fact]
    public void A_shape_is_built_once()
    {
        var cache = new StatementCache<Row>(_retention);
        var first = Get(cache, 1);
        Assert.Same(first, Get(cache, 1));
        Assert.NotSame(first, Get(cache, 2));
        Assert.Equal((2, 2, 2), (_built, cache.Count, _retention.Count));
    }

    [Fact]
    public void Steps_share_no_statements()
    {
        Assert.NotSame(
            Get(new StatementCache<Row>(_retention), 1), Get(new StatementCache<Row>(_retention), 1));
        Assert.Equal(2, _built);
    }

    [Fact]
    public void Any_number_of_shapes_leaves_what_is_asked_for_again()
    {
        var cache = new StatementCache<Row>(_retention);
        var wanted = Get(cache, -1);
        Get(cache, -1);
        for (var shape = 0; shape < 500; shape++)
        {
            Get(cache, shape);
        }

        Assert.Same(wanted, Get(cache, -1));
        Assert.Equal((501, 100, 100), (_built, cache.Count, _retention.Count));
    }

    [Fact]
    public void The_statements_of_all_steps_are_bounded_together()
    {
        var wanted = new StatementCache<Row>(_retention);
        var statement = Get(wanted, 1);
        Get(wanted, 1);
        var caches = Enumerable.Range(0, 50).Select(_ => new StatementCache<Row>(_retention)).ToList();
        foreach (var cache in caches)
        {
            for (var shape = 0; shape < 10; shape++)
            {
                Get(cache, shape);
            }
        }

        Assert.Same(statement, Get(wanted, 1));
        Assert.Equal((99, 100), (caches.Sum(cache => cache.Count), _retention.Count));
    }

    [Fact]
    public void Statements_go_with_their_step()
    {
        var (step, statement) = Forget();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.False(step.TryGetTarget(out _));
        Assert.False(statement.TryGetTarget(out _));

        // What is left of it in the retention makes room for others first.
        Assert.Equal(1, _retention.Count);
        var cache = new StatementCache<Row>(_retention);
        for (var shape = 0; shape < 100; shape++)
        {
            Get(cache, shape);
        }

        Assert.Equal((100, 100), (cache.Count, _retention.Count));
    }

    [Fact]
    public void A_known_shape_is_found_without_allocation()
    {
        var cache = new StatementCache<Row>(_retention);
        var arguments = Arguments(1);
        Func<QueryArguments, int, Expression> build = Build;
        for (var i = 0; i < 100; i++)
        {
            cache.Get(arguments, 1, build);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
        {
            cache.Get(arguments, 1, build);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    (WeakReference<StatementCache<Row>> Step, WeakReference<Statement<Row>> Statement) Forget()
    {
        var cache = new StatementCache<Row>(_retention);
        var statement = Get(cache, 1);
        for (var i = 0; i < 10; i++)
        {
            Get(cache, 1);
        }

        return (new(cache), new(statement));
    }

    Statement<Row> Get(StatementCache<Row> cache, int shape) => cache.Get(Arguments(shape), shape, Build);

    Expression Build(QueryArguments arguments, int shape)
    {
        _built++;
        var rows = arguments.Builder!.Set(typeof(Row));
        var row = Expression.Parameter(typeof(Row), "row");
        return Sequence.Where(
            rows,
            Expression.Lambda(
                Expression.Equal(Expression.Property(row, nameof(Row.Number)), Expression.Constant(shape)), row));
    }

    static QueryArguments Arguments(int shape)
    {
        var arguments = new QueryArguments();
        foreach (var mark in shape.ToString(CultureInfo.InvariantCulture))
        {
            arguments.Mark(mark);
        }

        return arguments;
    }

    sealed class Row
    {
        public int Number { get; init; }
    }
}
