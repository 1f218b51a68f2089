using GraphApi.Server.Transport.WebSockets;

namespace GraphApi.Server.Tests.Transport.WebSockets;

/// <summary>Which operations are open on a connection, and which may be.</summary>
public sealed class SocketOperationsTests
{
    readonly SocketOperations _operations = new(most: 2);
    int _runs;

    [Fact]
    public void An_operation_is_open_until_it_is_removed()
    {
        var (first, second) = (new SocketOperation("a"), new SocketOperation("b"));

        Assert.Equal(SocketOperations.Addition.Added, Add(first));
        Assert.Equal(SocketOperations.Addition.Added, Add(second));
        Assert.Equal([first, second], _operations.Open);
        Assert.Same(first, _operations.Remove("a"));
        Assert.Equal([second], _operations.Open);
        Assert.Null(_operations.Remove("a"));
        Assert.Equal(2, _runs);
    }

    [Fact]
    public void An_id_is_one_operations_and_is_free_when_that_is_over()
    {
        var (first, second) = (new SocketOperation("a"), new SocketOperation("a"));
        Add(first);

        Assert.Equal(SocketOperations.Addition.IdExists, Add(second));
        Assert.Equal([first], _operations.Open);
        _operations.Remove(first);
        Assert.Equal(SocketOperations.Addition.Added, Add(second));
        Assert.Equal([second], _operations.Open);
        Assert.Equal(2, _runs);
    }

    [Fact]
    public void Removing_an_operation_leaves_the_one_that_has_its_id_now()
    {
        var (first, second) = (new SocketOperation("a"), new SocketOperation("a"));
        Add(first);
        _operations.Remove("a");
        Add(second);

        _operations.Remove(first);

        Assert.Equal([second], _operations.Open);
    }

    [Fact]
    public void Ids_are_equal_character_by_character()
    {
        Add(new SocketOperation("a"));

        Assert.Equal(SocketOperations.Addition.Added, Add(new SocketOperation("A")));
        Assert.Null(_operations.Remove("a\0"));
    }

    [Fact]
    public void No_more_are_open_than_may_be()
    {
        Add(new SocketOperation("a"));
        Add(new SocketOperation("b"));

        Assert.Equal(SocketOperations.Addition.TooMany, Add(new SocketOperation("c")));
        Assert.Equal(SocketOperations.Addition.IdExists, Add(new SocketOperation("b")));
        _operations.Remove("a");
        Assert.Equal(SocketOperations.Addition.Added, Add(new SocketOperation("c")));
    }

    [Fact]
    public void What_is_closed_gives_its_operations_and_begins_no_other()
    {
        var operation = new SocketOperation("a");
        Add(operation);

        Assert.Equal([operation], _operations.Close());
        Assert.Equal(SocketOperations.Addition.Closed, Add(new SocketOperation("b")));
        Assert.Same(operation, _operations.Remove("a"));
        Assert.Empty(_operations.Close());
    }

    [Fact]
    public void Looking_at_what_is_open_allocates_nothing()
    {
        Add(new SocketOperation("a"));
        Add(new SocketOperation("b"));
        var count = 0;
        for (var i = 0; i < 100; i++)
        {
            count += _operations.Open.Count;
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
        {
            count += _operations.Open.Count;
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(2_200, count);
    }

    SocketOperations.Addition Add(SocketOperation operation) => _operations.Add(operation, () =>
    {
        _runs++;
        return Task.CompletedTask;
    });
}
