using GraphApi.Distribution.Partners;

namespace GraphApi.Distribution.Tests.Partners;

public sealed class ContactMaskTests
{
    [Theory]
    [InlineData("partner@example.org", "p***@example.org")]
    [InlineData("p@example.org", "***@example.org")]
    [InlineData("\"a@b\"@example.org", "\"***@example.org")]
    [InlineData("@example.org", "***@example.org")]
    [InlineData("no mailbox", "***")]
    [InlineData("", "***")]
    public void Of_a_mailbox_the_first_letter_and_the_domain_are_left(string value, string masked) =>
        Assert.Equal(masked, ContactMask.Of(ContactKind.Email, value));

    [Theory]
    [InlineData("+1-202-555-0142", "+1-***-***-0142")]
    [InlineData("+12025550142", "+1-***-***-0142")]
    [InlineData("+49 30 5550142", "+-***-***-0142")]
    [InlineData("(202) 555-0142", "***-0142")]
    [InlineData("555-0142", "***")]
    [InlineData("0142", "***")]
    [InlineData("", "***")]
    public void Of_a_telephone_the_last_four_digits_are_left_where_there_are_enough(string value, string masked)
    {
        Assert.Equal(masked, ContactMask.Of(ContactKind.Phone, value));
        Assert.Equal(masked, ContactMask.Of(ContactKind.Sms, value));
    }

    [Fact]
    public void Of_a_postal_address_nothing_is_left() =>
        Assert.Equal("***", ContactMask.Of(ContactKind.Postal, "1 Synthetic Street"));
}
