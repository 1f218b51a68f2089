using System.Security.Cryptography;
using GraphApi.Data.Paging;

namespace GraphApi.Data.Tests.Paging;

public sealed class CursorSealerTests
{
    static readonly byte[] Content = [1, 2, 3, 4, 5];
    static readonly ReadOnlyMemory<byte> KeyA = Enumerable.Repeat((byte)1, 32).ToArray();
    static readonly ReadOnlyMemory<byte> KeyB = Enumerable.Repeat((byte)2, 32).ToArray();

    [Fact]
    public void What_is_sealed_opens_for_its_own_list_alone()
    {
        var sealer = new CursorSealer([KeyA]);

        var cursor = sealer.Seal(Content, "Query.books"u8);

        Assert.Equal(Content, sealer.Open(cursor, "Query.books"u8));
        Assert.Null(sealer.Open(cursor, "Query.news"u8));
    }

    [Fact]
    public void A_change_of_any_character_is_noticed()
    {
        var sealer = new CursorSealer([KeyA]);
        var cursor = sealer.Seal(Content, "list"u8);

        for (var i = 0; i < cursor.Length; i++)
        {
            var forged = cursor.ToCharArray();
            forged[i] = forged[i] == 'A' ? 'Q' : 'A';
            Assert.Null(sealer.Open(new string(forged), "list"u8));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("====")]
    [InlineData("ä")]
    [InlineData("not base64!")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_was_never_sealed_does_not_open(string cursor) =>
        Assert.Null(new CursorSealer([KeyA]).Open(cursor, "list"u8));

    [Fact]
    public void A_text_of_any_length_is_refused_without_decoding_it() =>
        Assert.Null(new CursorSealer([KeyA]).Open(new string('A', 10_000_000), "list"u8));

    [Fact]
    public void The_first_key_seals_and_every_key_opens()
    {
        var old = new CursorSealer([KeyA]).Seal(Content, "list"u8);
        var rotated = new CursorSealer([KeyB, KeyA]);

        Assert.Equal(Content, rotated.Open(old, "list"u8));
        Assert.Equal(new CursorSealer([KeyB]).Seal(Content, "list"u8), rotated.Seal(Content, "list"u8));
        Assert.Null(new CursorSealer([KeyB]).Open(old, "list"u8));
    }

    [Fact]
    public void No_content_shows_and_no_two_contents_share_a_nonce()
    {
        var sealer = new CursorSealer([KeyA]);
        var nonces = new HashSet<string>();
        for (var i = 0; i < 1_000; i++)
        {
            var cursor = sealer.Seal(BitConverter.GetBytes(i), "list"u8);
            Assert.True(nonces.Add(cursor[..16]));
        }

        Assert.Equal(sealer.Seal(Content, "list"u8), sealer.Seal(Content, "list"u8));
        Assert.NotEqual(sealer.Seal(Content, "list"u8)[..16], sealer.Seal(Content, "other"u8)[..16]);
    }

    [Fact]
    public void Keys_must_be_there_and_have_32_bytes()
    {
        Assert.Throws<ArgumentException>(() => new CursorSealer([]));
        Assert.Throws<ArgumentException>(() => new CursorSealer([RandomNumberGenerator.GetBytes(16)]));
    }
}
