using GraphApi.Server.Transport.Http;
using Microsoft.Extensions.Primitives;

namespace GraphApi.Server.Tests.Transport.Http;

/// <summary>The choice of a compression.</summary>
public sealed class ContentCodingTests
{
    [Theory]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("GZIP", "gzip")]
    [InlineData("br;q=0.5, gzip", "gzip")]
    [InlineData("br;q=0.5, gzip;q=0.5", "br")]
    [InlineData("br;q=0, *", "gzip")]
    [InlineData("*", "br")]
    [InlineData("*;q=0.1, gzip;q=0.2", "gzip")]
    [InlineData("identity;q=0.1, gzip;q=0.001", "gzip")]
    [InlineData("", null)]
    [InlineData("identity", null)]
    [InlineData("deflate, compress", null)]
    [InlineData("*;q=0", null)]
    [InlineData("gzip;q=0, br;q=0", null)]
    [InlineData("br;q=2;x, \"", null)]
    public void The_coding_of_an_accept_encoding_header(string acceptEncoding, string? chosen) =>
        Assert.Equal(chosen, ContentCoding.Choose(acceptEncoding)?.Name);

    [Fact]
    public void Several_headers_are_one_list() =>
        Assert.Equal("gzip", ContentCoding.Choose(new StringValues(["br;q=0.1", "gzip"]))?.Name);

    [Fact]
    public void No_header_asks_for_nothing() => Assert.Null(ContentCoding.Choose(StringValues.Empty));
}
