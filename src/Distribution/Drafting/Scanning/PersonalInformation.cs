using GraphApi.Distribution.PrivacyReviews;

namespace GraphApi.Distribution.Drafting.Scanning;

/// <summary>
/// Finds what looks like personal information. It is a help for reviewers and no judgment: it says where something is,
/// never what, and nothing that it finds is written to a log.
/// </summary>
static class PersonalInformation
{
    /// <summary>The places in a text, in order, none over another.</summary>
    public static IReadOnlyList<(PersonalInformationKind Kind, TextSpan Span)> Find(string text)
    {
        var scanned = ScannedText.Of(text);
        var taken = new TakenPlaces(text.Length);
        var found = new List<(PersonalInformationKind Kind, TextSpan Span)>();
        // The longest first: part of a card number can look like a telephone number.
        Add(PersonalInformationKind.EmailAddress, EmailAddresses.Find(scanned.Plain));
        Add(PersonalInformationKind.PaymentCardNumber, PaymentCards.Find(scanned.Plain));
        Add(PersonalInformationKind.SocialSecurityNumber, SocialSecurityNumbers.Find(scanned.Plain));
        Add(PersonalInformationKind.PhoneNumber, PhoneNumbers.Find(scanned.Plain));
        return [.. found.OrderBy(item => item.Span.Start)];

        void Add(PersonalInformationKind kind, IEnumerable<TextSpan> spans)
        {
            found.AddRange(spans.Select(span => scanned.SpanOf(span.Start, span.Length))
                .Where(taken.TryTake)
                .Select(span => (kind, span)));
        }
    }
}
