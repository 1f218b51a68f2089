using System.Collections.Concurrent;
using GraphApi.Data.Writing;

namespace GraphApi.Data.Tests.Writing;

public sealed class GroupWriterTests : IDisposable
{
    readonly ConcurrentQueue<int[]> _groups = new();
    readonly SemaphoreSlim _mayWrite = new(0);
    readonly SemaphoreSlim _begun = new(0);

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_a_group_is_written_the_next_one_forms_and_is_written_whole()
    {
        await using var writer = new GroupWriter<int>(WriteAsync);
        var first = writer.WriteAsync(1, Cancellation).AsTask();
        await _begun.WaitAsync(Cancellation);
        Task[] others = [.. Enumerable.Range(2, 99).Select(i => writer.WriteAsync(i, Cancellation).AsTask())];

        _mayWrite.Release();
        await first;
        var waited = others.All(other => !other.IsCompleted);
        _mayWrite.Release();
        await Task.WhenAll(others);

        Assert.True(waited);
        Assert.Equal([[1], Enumerable.Range(2, 99).ToArray()], _groups);
    }

    [Fact]
    public async Task A_group_has_no_more_items_than_allowed()
    {
        await using var writer = new GroupWriter<int>(WriteAsync, largestGroup: 2);
        var first = writer.WriteAsync(1, Cancellation).AsTask();
        await _begun.WaitAsync(Cancellation);
        Task[] others = [.. Enumerable.Range(2, 3).Select(i => writer.WriteAsync(i, Cancellation).AsTask())];

        _mayWrite.Release(3);
        await Task.WhenAll([first, .. others]);

        Assert.Equal([[1], [2, 3], [4]], _groups);
    }

    [Fact]
    public async Task Who_finds_no_room_waits_until_a_group_is_written()
    {
        await using var writer = new GroupWriter<int>(WriteAsync, capacity: 2);
        var first = writer.WriteAsync(1, Cancellation).AsTask();
        await _begun.WaitAsync(Cancellation);
        var second = writer.WriteAsync(2, Cancellation).AsTask();
        var third = writer.WriteAsync(3, Cancellation).AsTask();

        _mayWrite.Release();
        await first;
        _mayWrite.Release(2);
        await Task.WhenAll(second, third);

        Assert.Equal([1, 2, 3], _groups.SelectMany(group => group));
    }

    [Fact]
    public async Task A_caller_that_leaves_takes_neither_his_item_nor_the_others_with_him()
    {
        await using var writer = new GroupWriter<int>(WriteAsync);
        var first = writer.WriteAsync(1, Cancellation).AsTask();
        await _begun.WaitAsync(Cancellation);
        using var leaving = new CancellationTokenSource();
        var left = writer.WriteAsync(2, leaving.Token).AsTask();
        var stays = writer.WriteAsync(3, Cancellation).AsTask();

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        _mayWrite.Release(2);
        await Task.WhenAll(first, stays);

        Assert.Equal([[1], [2, 3]], _groups);
    }

    [Fact]
    public async Task A_caller_that_leaves_while_there_is_no_room_has_brought_nothing()
    {
        await using var writer = new GroupWriter<int>(WriteAsync, capacity: 1);
        var first = writer.WriteAsync(1, Cancellation).AsTask();
        await _begun.WaitAsync(Cancellation);
        using var leaving = new CancellationTokenSource();
        var left = writer.WriteAsync(2, leaving.Token).AsTask();

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        _mayWrite.Release();
        await first;

        Assert.Equal([[1]], _groups);
    }

    [Fact]
    public async Task A_write_that_fails_fails_for_all_of_its_group_and_for_no_other()
    {
        var attempts = 0;
        await using var writer = new GroupWriter<int>(async items =>
        {
            _begun.Release();
            await _mayWrite.WaitAsync(Cancellation);
            if (Interlocked.Increment(ref attempts) == 2)
            {
                throw new IOException("The disk is full.");
            }

            _groups.Enqueue([.. items]);
        });
        var first = writer.WriteAsync(1, Cancellation).AsTask();
        await _begun.WaitAsync(Cancellation);
        Task[] failing = [.. Enumerable.Range(2, 3).Select(i => writer.WriteAsync(i, Cancellation).AsTask())];
        _mayWrite.Release(2);
        await first;

        foreach (var task in failing)
        {
            Assert.Equal("The disk is full.", (await Assert.ThrowsAsync<IOException>(() => task)).Message);
        }

        _mayWrite.Release();
        await writer.WriteAsync(5, Cancellation);
        Assert.Equal([[1], [5]], _groups);
    }

    [Fact]
    public async Task A_writer_that_is_closed_writes_what_it_has_and_takes_nothing_more()
    {
        var writer = new GroupWriter<int>(WriteAsync);
        var first = writer.WriteAsync(1, Cancellation).AsTask();
        await _begun.WaitAsync(Cancellation);
        var second = writer.WriteAsync(2, Cancellation).AsTask();

        var closing = writer.DisposeAsync().AsTask();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => writer.WriteAsync(3, Cancellation).AsTask());
        _mayWrite.Release(2);
        await Task.WhenAll(first, second, closing);

        Assert.Equal([[1], [2]], _groups);
    }

    [Fact]
    public async Task Many_callers_at_once_are_all_written_once_in_few_groups()
    {
        var groups = 0;
        var written = new ConcurrentBag<int>();
        await using var writer = new GroupWriter<int>(async items =>
        {
            Interlocked.Increment(ref groups);
            await Task.Yield();
            foreach (var item in items)
            {
                written.Add(item);
            }
        });

        await Parallel.ForEachAsync(
            Enumerable.Range(0, 10_000),
            new ParallelOptions { MaxDegreeOfParallelism = 64, CancellationToken = Cancellation },
            (item, cancellationToken) => writer.WriteAsync(item, cancellationToken));

        Assert.Equal(Enumerable.Range(0, 10_000), written.Order());
        Assert.InRange(groups, 1, 10_000);
    }

    public void Dispose()
    {
        _mayWrite.Dispose();
        _begun.Dispose();
    }

    async Task WriteAsync(IReadOnlyList<int> items)
    {
        _begun.Release();
        await _mayWrite.WaitAsync(Cancellation);
        _groups.Enqueue([.. items]);
    }
}
