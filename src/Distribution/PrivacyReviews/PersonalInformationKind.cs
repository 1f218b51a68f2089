namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>What the scan for personal information takes a text for.</summary>
enum PersonalInformationKind
{
    /// <summary>An e-mail address.</summary>
    EmailAddress,

    /// <summary>A telephone number of the North American Numbering Plan.</summary>
    PhoneNumber,

    /// <summary>A Social Security number that could have been issued.</summary>
    SocialSecurityNumber,

    /// <summary>The number of a payment card, its check digit correct.</summary>
    PaymentCardNumber,
}
