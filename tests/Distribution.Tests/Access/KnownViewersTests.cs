using System.Net;
using GraphApi.Distribution.Access;

namespace GraphApi.Distribution.Tests.Access;

/// <summary>What is kept of viewers, counted by how often the records are asked.</summary>
public sealed class KnownViewersTests
{
    static readonly Guid Person = new("11111111-1111-4111-8111-111111111111");
    static readonly Guid Organization = new("22222222-2222-4222-8222-222222222222");

    readonly Clock _clock = new();
    readonly KnownViewers _known;
    int _asked;

    public KnownViewersTests() => _known = new KnownViewers(_clock);

    [Fact]
    public async Task Many_who_ask_at_once_ask_the_records_once()
    {
        var records = new TaskCompletionSource<FoundViewer>();
        var waiting = Enumerable.Range(0, 100).Select(_ => FindAsync("a", records.Task).AsTask()).ToList();
        Assert.Equal(1, _asked);
        Assert.DoesNotContain(waiting, one => one.IsCompleted);

        records.SetResult(Found());
        var all = await Task.WhenAll(waiting);
        Assert.Same(all[0], Assert.Single(all.Distinct(ReferenceEqualityComparer.Instance)));
        await FindAsync("a", Task.FromResult(Found()));
        Assert.Equal(1, _asked);
        await FindAsync("b", Task.FromResult(Found()));
        Assert.Equal(2, _asked);
    }

    [Fact]
    public async Task One_who_leaves_takes_the_answer_from_nobody()
    {
        var records = new TaskCompletionSource<FoundViewer>();
        using var left = new CancellationTokenSource();
        var first = FindUntilAsync("a", records.Task, left.Token).AsTask();
        var second = FindAsync("a", records.Task).AsTask();
        await left.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        records.SetResult(Found());
        await second;
        Assert.Equal(1, _asked);
    }

    [Fact]
    public async Task A_failure_is_told_to_all_who_wait_and_not_kept()
    {
        var records = new TaskCompletionSource<FoundViewer>();
        using var left = new CancellationTokenSource();
        var first = FindUntilAsync("a", records.Task, left.Token).AsTask();
        var second = FindAsync("a", records.Task).AsTask();
        await left.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        records.SetException(new TimeoutException());
        await Assert.ThrowsAsync<TimeoutException>(() => second);
        await FindAsync("a", Task.FromResult(Found()));
        Assert.Equal(2, _asked);
    }

    [Fact]
    public async Task It_is_kept_as_long_as_is_said_from_before_the_records_were_read()
    {
        var records = new TaskCompletionSource<FoundViewer>();
        var first = FindAsync("a", records.Task).AsTask();
        _clock.Advance(TimeSpan.FromSeconds(20));
        records.SetResult(Found());
        await first;
        _clock.Advance(KnownViewers.Kept - TimeSpan.FromSeconds(20) - TimeSpan.FromTicks(1));
        await FindAsync("a", Task.FromResult(Found()));
        Assert.Equal(1, _asked);
        _clock.Advance(TimeSpan.FromTicks(1));
        await FindAsync("a", Task.FromResult(Found()));
        Assert.Equal(2, _asked);
    }

    [Fact]
    public async Task It_is_kept_no_longer_than_it_holds()
    {
        await FindAsync("a", Task.FromResult(Found() with { Until = _clock.Now.AddSeconds(5) }));
        _clock.Advance(TimeSpan.FromSeconds(5) - TimeSpan.FromTicks(1));
        await FindAsync("a", Task.FromResult(Found()));
        Assert.Equal(1, _asked);
        _clock.Advance(TimeSpan.FromTicks(1));
        await FindAsync("a", Task.FromResult(Found()));
        Assert.Equal(2, _asked);
    }

    [Fact]
    public async Task A_change_while_the_records_are_read_is_not_missed()
    {
        foreach (var forget in new Action[] { _known.Forget, () => _known.Forget(Guid.NewGuid()) })
        {
            _asked = 0;
            var before = new TaskCompletionSource<FoundViewer>();
            var old = FindAsync("a", before.Task).AsTask();
            forget();
            var found = await FindAsync("a", Task.FromResult(Found()));
            before.SetResult(Found());
            Assert.NotSame(found, await old);
            Assert.Same(found, await FindAsync("a", Task.FromResult(Found())));
            Assert.Equal(2, _asked);
            _known.Forget();
        }
    }

    [Fact]
    public async Task A_change_of_one_leaves_the_others_known()
    {
        await FindAsync("person", Task.FromResult(Found() with { DependsOn = [Person, Organization] }));
        await FindAsync("client", Task.FromResult(Found() with { DependsOn = [Guid.NewGuid(), Organization, Person] }));
        await FindAsync("colleague", Task.FromResult(Found() with { DependsOn = [Guid.NewGuid(), Organization] }));
        await FindAsync("another", Task.FromResult(Found() with { DependsOn = [Guid.NewGuid()] }));

        Assert.Equal(["client", "person"], await ForgottenAsync(() => _known.Forget(Person)));
        Assert.Equal(["client", "colleague", "person"], await ForgottenAsync(() => _known.Forget(Organization)));
        Assert.Equal([], await ForgottenAsync(() => _known.Forget(Guid.NewGuid())));
        Assert.Equal(["another", "client", "colleague", "person"], await ForgottenAsync(_known.Forget));
    }

    [Theory]
    [InlineData("192.0.2.7", true)]
    [InlineData("::ffff:192.0.2.7", true)]
    [InlineData("192.0.3.7", false)]
    [InlineData("2001:db8::1", true)]
    [InlineData("2001:db9::1", false)]
    [InlineData(null, false)]
    public void A_principal_may_be_kept_to_networks(string? address, bool isAdmitted)
    {
        var from = address is null ? null : IPAddress.Parse(address);
        var found = Found() with { Networks = [IPNetwork.Parse("192.0.2.0/24"), IPNetwork.Parse("2001:db8::/32")] };
        Assert.Equal(isAdmitted, found.Admits(from));
        Assert.True(Found().Admits(from));
    }

    async Task<IReadOnlyList<string>> ForgottenAsync(Action forget)
    {
        forget();
        var forgotten = new List<string>();
        foreach (var one in new[] { "another", "client", "colleague", "person" })
        {
            var asked = _asked;
            Guid[] on = one switch
            {
                "person" => [Person, Organization],
                "client" => [Guid.NewGuid(), Organization, Person],
                "colleague" => [Guid.NewGuid(), Organization],
                _ => [Guid.NewGuid()],
            };
            await FindAsync(one, Task.FromResult(Found() with { DependsOn = on }));
            if (_asked > asked)
            {
                forgotten.Add(one);
            }
        }

        return forgotten;
    }

    ValueTask<FoundViewer> FindAsync(string fingerprint, Task<FoundViewer> records) =>
        FindUntilAsync(fingerprint, records, TestContext.Current.CancellationToken);

    ValueTask<FoundViewer> FindUntilAsync(
        string fingerprint, Task<FoundViewer> records, CancellationToken cancellationToken) =>
        _known.FindAsync(
            ClaimsFingerprint.Of(fingerprint),
            _ =>
            {
                _asked++;
                return records;
            },
            cancellationToken);

    FoundViewer Found() => new(Viewer.Anonymous(_clock.Now), [], [], DateTime.MaxValue);

    sealed class Clock : TimeProvider
    {
        public DateTime Now { get; private set; } = new(2026, 11, 22, 12, 0, 0, DateTimeKind.Utc);

        public void Advance(TimeSpan time) => Now += time;

        public override DateTimeOffset GetUtcNow() => new(Now, TimeSpan.Zero);
    }
}
