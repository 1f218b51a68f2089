using System.Globalization;
using GraphApi.Server.Security;

namespace GraphApi.Server.Tests.Security;

/// <summary>Equal texts are one object, and no text is ever taken for another.</summary>
public sealed class SharedTextsTests
{
    readonly SharedTexts _texts = new();

    [Fact]
    public void Equal_texts_are_the_object_that_came_first()
    {
        var first = Copy("roles");

        Assert.Same(first, _texts.Share(first));
        Assert.Same(first, _texts.Share(Copy("roles")));
    }

    [Fact]
    public void Texts_that_differ_in_case_or_by_what_cannot_be_seen_are_not_equal()
    {
        string[] texts = ["roles", "ROLES", "roles\0", "rol\u00ADes", "r\u00F4les", "ro\u0302les", ""];

        var shared = texts.Select(text => _texts.Share(Copy(text))).ToList();

        Assert.Equal(texts, shared, StringComparer.Ordinal);
        Assert.Equal(texts, texts.Select(text => _texts.Share(Copy(text))), StringComparer.Ordinal);
    }

    [Fact]
    public void More_texts_than_are_kept_are_all_themselves()
    {
        for (var i = 0; i < SharedTexts.Places * 8; i++)
        {
            var text = i.ToString(CultureInfo.InvariantCulture);
            Assert.Equal(text, _texts.Share(text));
        }
    }

    [Fact]
    public void A_long_text_is_not_kept()
    {
        var longest = new string('a', SharedTexts.MostCharacters);
        var longer = new string('a', SharedTexts.MostCharacters + 1);
        _texts.Share(longest);
        _texts.Share(longer);
        var (again, longerAgain) = (Copy(longest), Copy(longer));

        Assert.Same(longest, _texts.Share(again));
        Assert.Same(longerAgain, _texts.Share(longerAgain));
    }

    [Fact]
    public void Whoever_shares_at_the_same_time_gets_his_own_text()
    {
        Parallel.For(0, 20_000, i =>
        {
            var text = (i % 3_000).ToString(CultureInfo.InvariantCulture);
            Assert.Equal(text, _texts.Share(text));
        });
    }

    // The empty text is one object everywhere.
    static string Copy(string text) => new(text.AsSpan());
}
