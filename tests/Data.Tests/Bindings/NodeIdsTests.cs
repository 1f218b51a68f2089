using GraphApi.Data.Bindings;

namespace GraphApi.Data.Tests.Bindings;

public sealed class NodeIdsTests
{
    static readonly Guid Key = new("00112233-4455-6677-8899-aabbccddeeff");

    [Fact]
    public void An_id_is_the_base64_of_the_type_and_the_bytes_of_the_key()
    {
        byte[] bytes = [.. "Foo:"u8, .. Key.ToByteArray()];
        var expected = Convert.ToBase64String(bytes).Replace('+', '-').Replace('/', '_');

        Assert.Equal(expected, NodeIds.Format("Foo", Key));
        Assert.Equal(Key, NodeIds.KeyOf(expected, "Foo"));
    }

    [Theory]
    [InlineData("A")]
    [InlineData("Book")]
    [InlineData("DistributionList")]
    public void An_id_can_be_read_back_with_and_without_padding_and_in_the_other_alphabet(string type)
    {
        for (var i = 0; i < 200; i++)
        {
            var key = Guid.NewGuid();
            var id = NodeIds.Format(type, key);
            Assert.Equal(key, NodeIds.KeyOf(id, type));
            Assert.Equal(key, NodeIds.KeyOf(id.TrimEnd('='), type));
            Assert.Equal(key, NodeIds.KeyOf(id.Replace('-', '+').Replace('_', '/'), type));
            Assert.Null(NodeIds.KeyOf(id, type + "x"));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("=")]
    [InlineData("Rm9v")]
    [InlineData("Rm9vOg==")]
    [InlineData("OgARIjNEVWZ3iJmqu8zd7v8=")]
    [InlineData("%%%")]
    [InlineData("ä")]
    public void What_is_no_id_is_not_read(string? id) => Assert.False(NodeIds.TryParse(id, out _, out _));

    [Fact]
    public void A_very_long_text_is_no_id() => Assert.False(NodeIds.TryParse(new string('A', 2_000), out _, out _));
}
