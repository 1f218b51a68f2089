using System.Net;
using GraphApi.Server.Configuration;
using GraphApi.Server.Transport.Budgets;
using GraphApi.Server.Transport.Streams;

namespace GraphApi.Server.Tests.Transport.Streams;

/// <summary>Places for connections that stay open: of whom they are, and that all come back.</summary>
public sealed class OpenStreamsTests : IDisposable
{
    static readonly Spender Here = Spender.Of(null, IPAddress.Parse("192.0.2.1"));
    static readonly Spender There = Spender.Of(null, IPAddress.Parse("192.0.2.2"));

    readonly OpenStreams _streams = new(
        new StreamOptions { MaxConnections = 40, MaxConnectionsPerCaller = 2 }, TimeProvider.System);

    public void Dispose() => _streams.Dispose();

    [Fact]
    public void One_network_cannot_take_all_places_before_it_says_who_it_is()
    {
        var pending = Enumerable.Range(0, 4).Select(_ => _streams.Enter(Here, isPending: true).Place!).ToList();
        Assert.DoesNotContain(null, pending);
        Assert.Equal(
            "At most 4 connections of one caller may be open. Close one.",
            _streams.Enter(Here, isPending: true).Refusal!.Error.Message);
        Assert.NotNull(_streams.Enter(There, isPending: true).Place);
        pending[0].Dispose();
        Assert.NotNull(_streams.Enter(Here, isPending: true).Place);
    }

    [Fact]
    public void A_place_that_is_kept_counts_once_and_as_its_callers()
    {
        var first = _streams.Enter(Here, isPending: true).Place!;
        Assert.Null(first.Keep(There));
        var second = _streams.Enter(There, isPending: false).Place!;
        var third = _streams.Enter(Here, isPending: true).Place!;
        Assert.Equal(
            "At most 2 connections of one caller may be open. Close one.", third.Keep(There)!.Error.Message);
        Assert.Equal(3, _streams.Count);
        second.Dispose();
        Assert.Null(third.Keep(There));
        foreach (var place in new[] { first, second, third, third })
        {
            place.Dispose();
        }

        Assert.Equal(0, _streams.Count);
        Assert.NotNull(_streams.Enter(There, isPending: false).Place);
    }

    [Fact]
    public void A_connection_that_begins_while_the_node_stops_is_stopped_too()
    {
        var (early, late) = (new Counted(), new Counted());
        _streams.Enter(Here, isPending: false).Place!.Begin(early);
        var place = _streams.Enter(Here, isPending: false).Place!;
        _streams.Stop();
        place.Begin(late);
        Assert.Equal((1, 1), (early.Stops, late.Stops));
        Assert.Equal(
            "This server cannot keep another connection open at the moment. Try again later.",
            _streams.Enter(There, isPending: false).Refusal!.Error.Message);
    }

    [Fact]
    public async Task Nobody_is_beaten_for_whose_place_came_back()
    {
        var (gone, open) = (new Counted(), new Counted());
        var place = _streams.Enter(Here, isPending: false).Place!;
        place.Begin(gone);
        _streams.Enter(Here, isPending: false).Place!.Begin(open);
        await Eventually.HoldsAsync(() => gone.Beats > 0 && open.Beats > 0);
        place.Dispose();
        var (before, others) = (gone.Beats, open.Beats);
        await Eventually.HoldsAsync(() => open.Beats > others + 1);
        Assert.InRange(gone.Beats, before, before + 1);
    }

    sealed class Counted : IOpenStream
    {
        int _beats;

        public int Beats => _beats;

        public int Stops { get; private set; }

        public void Beat() => Interlocked.Increment(ref _beats);

        public void Stop() => Stops++;
    }
}
