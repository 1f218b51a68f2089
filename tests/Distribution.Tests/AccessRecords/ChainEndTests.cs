using GraphApi.Distribution.AccessRecords;

namespace GraphApi.Distribution.Tests.AccessRecords;

public sealed class ChainEndTests
{
    static readonly string Hash = string.Concat(Enumerable.Repeat("0af9", 16));

    [Theory]
    [InlineData("heads:17:", null, 17)]
    [InlineData("heads:0:", null, 0)]
    [InlineData("3:1024:", 3, 1_024)]
    public void A_line_is_read_as_it_is_printed(string place, int? chain, int sequence)
    {
        var end = ChainEnd.Parse(place + Hash);
        Assert.Equal(new ChainEnd(chain, sequence, Hash), end);
        Assert.Equal(place + Hash, end!.ToString());
        Assert.Equal(end, ChainEnd.Parse(place + Hash.ToUpperInvariant()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("heads")]
    [InlineData("heads:1")]
    [InlineData("heads:1:0af9")]
    [InlineData("heads:-1:#")]
    [InlineData("heads:1.0:#")]
    [InlineData("heads:1:#0")]
    [InlineData("heads:1:#:")]
    [InlineData("0:1:#")]
    [InlineData("-1:1:#")]
    [InlineData("tails:1:#")]
    [InlineData("1:99999999999999999999:#")]
    [InlineData("1:1:zz")]
    public void Anything_else_is_no_line(string line) =>
        Assert.Null(ChainEnd.Parse(line.Replace("#", Hash, StringComparison.Ordinal)));
}
