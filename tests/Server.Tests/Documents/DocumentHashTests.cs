using System.Security.Cryptography;
using System.Text;
using GraphApi.Server.Documents;

namespace GraphApi.Server.Tests.Documents;

public sealed class DocumentHashTests
{
    // The two examples of the draft on persisted documents.
    [Theory]
    [InlineData(
        "query ($id: ID!) {\n  user(id: $id) {\n    name\n  }\n}",
        "7dba4bd717b41f10434822356a93c32b1fb4907b983e854300ad839f84cdcd6e")]
    [InlineData(
        "query($id:ID!){user(id:$id){name}}", "71f7dc5758652baac68e4a10c50be732b741c892ade2883a99358f52b555286b")]
    [InlineData("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    public void It_is_that_of_the_text_in_utf_8(string text, string hash) => Assert.Equal(hash, DocumentHash.Of(text));

    [Fact]
    public void Text_beyond_ascii_and_of_any_length_is_hashed_whole()
    {
        var text = string.Concat(Enumerable.Repeat("# ä€😀\n", 50_000)) + "{ a }";

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), DocumentHash.Of(text));
    }

    [Theory]
    [InlineData("sha256:{0}", true)]
    [InlineData("{0}", true)]
    [InlineData("SHA256:{0}", false)]
    [InlineData("sha256:{0}0", false)]
    [InlineData("md5:{0}", false)]
    [InlineData("", false)]
    [InlineData("sha256:", false)]
    public void An_id_is_a_hash_with_the_prefix_or_without(string form, bool isHash)
    {
        var hash = DocumentHash.Of("{ a }");

        Assert.Equal(
            isHash ? hash : null,
            DocumentHash.FromId(form.Replace("{0}", hash, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_hash_is_in_lower_case() =>
        Assert.Null(DocumentHash.FromId(DocumentHash.Of("{ a }").ToUpperInvariant()));
}
