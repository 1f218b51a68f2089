using GraphApi.Server.Security;

namespace GraphApi.Server.Tests.Security;

public sealed class SeenProofsTests
{
    readonly FakeTime _time = new();

    [Fact]
    public void A_proof_is_remembered_for_its_window_and_forgotten_after_two()
    {
        var seen = new SeenProofs(TimeSpan.FromSeconds(90), _time);
        _time.Advance(TimeSpan.FromSeconds(80));
        Assert.True(seen.TryAdd("key", "1"));
        Assert.True(seen.TryAdd("key", "2"));
        Assert.True(seen.TryAdd("other key", "1"));
        Assert.False(seen.TryAdd("key", "1"));
        _time.Advance(TimeSpan.FromSeconds(90));
        Assert.False(seen.TryAdd("key", "1"));
        _time.Advance(TimeSpan.FromSeconds(180));
        Assert.True(seen.TryAdd("key", "1"));
        Assert.False(seen.TryAdd("key", "1"));
    }

    [Fact]
    public void What_is_full_takes_nothing_and_forgets_nothing()
    {
        var seen = new SeenProofs(TimeSpan.FromSeconds(90), _time);
        for (var id = 0; id < SeenProofs.Capacity; id++)
        {
            Assert.True(seen.TryAdd("key", $"{id}"));
        }

        Assert.False(seen.TryAdd("key", "one more"));
        Assert.False(seen.TryAdd("key", "0"));
        _time.Advance(TimeSpan.FromSeconds(90));
        Assert.True(seen.TryAdd("key", "one more"));
        Assert.False(seen.TryAdd("key", "0"));
    }
}
