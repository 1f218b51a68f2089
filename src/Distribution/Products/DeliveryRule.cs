namespace GraphApi.Distribution.Products;

/// <summary>Which rule opens a product to a reader, from the nearest to him personally.</summary>
enum DeliveryRule
{
    /// <summary>It names the reader, or his organization, as a recipient.</summary>
    ExplicitRecipient,

    /// <summary>The reader is on a list it was published to.</summary>
    ListMembership,

    /// <summary>The reader's organization, or one whose client it is, is on a list it was published to.</summary>
    OrganizationMembership,

    /// <summary>A machine client receives it for its organization, from a list granted to it.</summary>
    ClientGrant,

    /// <summary>The reader is on the staff of the center that made it.</summary>
    HomeCenter,

    /// <summary>An access grant opens it to the reader for a time.</summary>
    AccessGrant,

    /// <summary>It was released to the public.</summary>
    PublicRelease,
}
