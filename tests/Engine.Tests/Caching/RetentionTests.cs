using GraphApi.Engine.Caching;

namespace GraphApi.Engine.Tests.Caching;

public sealed class RetentionTests
{
    readonly List<string> _left = [];

    [Fact]
    public void The_oldest_that_was_not_used_again_leaves()
    {
        var retention = new Retention(2, maxWeight: 100, heaviest: 100);
        Add(retention, "a").Use();
        Add(retention, "b");
        Add(retention, "c");
        Assert.Equal(["b"], _left);
        Assert.Equal((2, 2), (retention.Count, retention.Weight));
    }

    [Fact]
    public void What_was_used_twice_outlives_any_number_of_newcomers()
    {
        var retention = new Retention(100, maxWeight: 1_000, heaviest: 100);
        var wanted = Enumerable.Range(0, 80).Select(i => Add(retention, $"wanted {i}")).ToList();
        wanted.ForEach(entry => entry.Use());
        for (var i = 0; i < 100_000; i++)
        {
            Add(retention, $"newcomer {i}", i % 2 == 0 ? 100 : 1);
        }

        Assert.DoesNotContain(_left, name => name.StartsWith("wanted", StringComparison.Ordinal));
        Assert.InRange(retention.Weight, 80, 1_000);
    }

    [Fact]
    public void What_is_used_now_and_then_outlives_newcomers_that_are_used_twice()
    {
        var retention = new Retention(100, maxWeight: 1_000, heaviest: 100);
        var wanted = Enumerable.Range(0, 30).Select(i => Add(retention, $"wanted {i}")).ToList();
        for (var i = 0; i < 10_000; i++)
        {
            Add(retention, $"newcomer {i}").Use();
            wanted[i % wanted.Count].Use();
        }

        Assert.DoesNotContain(_left, name => name.StartsWith("wanted", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_wanted_once_and_is_no_more_leaves_in_the_end()
    {
        var retention = new Retention(10, maxWeight: 1_000, heaviest: 100);
        var old = Enumerable.Range(0, 10).Select(i => Add(retention, $"old {i}")).ToList();
        foreach (var entry in old)
        {
            for (var use = 0; use < 1_000; use++)
            {
                entry.Use();
            }
        }

        for (var i = 0; i < 1_000; i++)
        {
            Add(retention, $"new {i}").Use();
        }

        Assert.Equal(10, _left.Count(name => name.StartsWith("old", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_comes_back_is_protected_at_once()
    {
        var retention = new Retention(20, maxWeight: 1_000, heaviest: 100);
        Add(retention, "slow", hash: 7);
        Flood();
        Assert.Contains("slow", _left);

        _left.Clear();
        Add(retention, "slow", hash: 7);
        Flood();
        Assert.DoesNotContain("slow", _left);

        // Hashes that are not remembered where that of the slow one is.
        void Flood()
        {
            for (var i = 1; i <= 1_000; i++)
            {
                Add(retention, "newcomer", hash: (i * 200) + 8 + (i % 100));
            }
        }
    }

    [Fact]
    public void What_is_too_heavy_leaves_and_no_other_for_it()
    {
        var retention = new Retention(10, maxWeight: 100, heaviest: 40);
        Add(retention, "a", 40);
        Add(retention, "b", 40);
        Add(retention, "heavy", 41);
        Assert.Equal(["heavy"], _left);

        var grows = Add(retention, "grows", 10);
        grows.Grow(41);
        retention.Weigh(grows);
        Assert.Equal(["heavy", "grows"], _left);
        Assert.Equal((2, 80), (retention.Count, retention.Weight));

        // It has left: what becomes of it is nobody's affair.
        grows.Grow(1_000);
        retention.Weigh(grows);
        Assert.Equal((2, 80), (retention.Count, retention.Weight));
    }

    [Fact]
    public void What_grows_makes_others_leave()
    {
        var retention = new Retention(10, maxWeight: 100, heaviest: 100);
        Add(retention, "old", 60);
        var grows = Add(retention, "grows", 30);
        grows.Grow(41);
        retention.Weigh(grows);
        Assert.Equal(["old"], _left);
        Assert.Equal((1, 41), (retention.Count, retention.Weight));
    }

    [Fact]
    public void What_nobody_can_find_any_more_leaves_however_much_it_was_used()
    {
        var retention = new Retention(10, maxWeight: 100, heaviest: 100);
        var entries = Enumerable.Range(0, 10).Select(i => Add(retention, $"{i}")).ToList();
        entries.ForEach(entry => entry.Use());
        entries[5].Abandon();
        Add(retention, "new");
        Add(retention, "newer");
        Assert.Equal("5", _left[0]);
    }

    [Fact]
    public void What_is_only_prepared_has_its_first_use_to_come()
    {
        var retention = new Retention(2, maxWeight: 100, heaviest: 100);
        var prepared = new Entry(_left, "prepared", 1, hash: 1, isUsed: false);
        retention.Add(prepared);
        prepared.Use();
        Add(retention, "b").Use();
        Add(retention, "c");
        Assert.Equal(["prepared"], _left);
    }

    [Fact]
    public void The_bounds_hold_whoever_adds_at_once()
    {
        var retention = new Retention(10, maxWeight: 50, heaviest: 20);
        Parallel.For(0, 20_000, i =>
        {
            var entry = new Entry([], $"{i}", i % 25, i);
            retention.Add(entry);
            entry.Use();
            entry.Grow(entry.Weight + 1);
            retention.Weigh(entry);
        });
        Assert.InRange(retention.Count, 1, 10);
        Assert.InRange(retention.Weight, 0, 50);
    }

    Entry Add(Retention retention, string name, long weight = 1, int? hash = null)
    {
        var entry = new Entry(_left, name, weight, hash ?? StringComparer.Ordinal.GetHashCode(name));
        retention.Add(entry);
        return entry;
    }

    sealed class Entry(List<string> left, string name, long weight, int hash, bool isUsed = true)
        : RetainedEntry(hash, isUsed)
    {
        bool _isAbandoned;
        long _weight = weight;

        public override long Weight => _weight;

        protected internal override bool IsAbandoned => _isAbandoned;

        public void Abandon() => _isAbandoned = true;

        public void Grow(long to) => _weight = to;

        protected internal override void Leave()
        {
            lock (left)
            {
                left.Add(name);
            }
        }
    }
}
