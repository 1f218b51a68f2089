using GraphApi.Server.Security;

namespace GraphApi.Server.Tests.Security;

public sealed class SeenProofsTests
{
    const string Used = "it was used before";

    readonly FakeTime _time = new();

    [Fact]
    public void A_proof_is_remembered_for_its_window_and_forgotten_after_two()
    {
        var seen = new SeenProofs(TimeSpan.FromSeconds(90), _time);
        _time.Advance(TimeSpan.FromSeconds(80));
        Assert.Null(seen.Add("key", "1"));
        Assert.Null(seen.Add("key", "2"));
        Assert.Null(seen.Add("other key", "1"));
        Assert.Equal(Used, seen.Add("key", "1"));
        _time.Advance(TimeSpan.FromSeconds(90));
        Assert.Equal(Used, seen.Add("key", "1"));
        _time.Advance(TimeSpan.FromSeconds(180));
        Assert.Null(seen.Add("key", "1"));
        Assert.Equal(Used, seen.Add("key", "1"));
    }

    [Fact]
    public void A_key_that_fills_its_share_is_refused_and_no_other_is()
    {
        var seen = new SeenProofs(TimeSpan.FromSeconds(90), _time);
        Fill(seen, "key");

        Assert.Equal("its key has sent too many, try again later", seen.Add("key", "one more"));
        Assert.Equal(Used, seen.Add("key", "0"));
        Assert.Null(seen.Add("other key", "one more"));
        _time.Advance(TimeSpan.FromSeconds(90));
        Assert.Null(seen.Add("key", "one more"));
        Assert.Equal(Used, seen.Add("key", "0"));
    }

    [Fact]
    public void What_is_full_takes_nothing_and_forgets_nothing()
    {
        var seen = new SeenProofs(TimeSpan.FromSeconds(90), _time);
        for (var key = 0; key < SeenProofs.Capacity / SeenProofs.Share; key++)
        {
            Fill(seen, $"key {key}");
        }

        Assert.Equal("too many proofs are remembered, try again later", seen.Add("other key", "1"));
        Assert.Equal(Used, seen.Add("key 0", "0"));
        _time.Advance(TimeSpan.FromSeconds(90));
        Assert.Null(seen.Add("other key", "1"));
        Assert.Equal(Used, seen.Add("key 0", "0"));
    }

    static void Fill(SeenProofs seen, string key)
    {
        for (var id = 0; id < SeenProofs.Share; id++)
        {
            Assert.Null(seen.Add(key, $"{id}"));
        }
    }
}
