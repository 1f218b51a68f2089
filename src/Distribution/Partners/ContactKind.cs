namespace GraphApi.Distribution.Partners;

/// <summary>How a person is reached.</summary>
enum ContactKind
{
    /// <summary>A mailbox.</summary>
    Email,

    /// <summary>A telephone.</summary>
    Phone,

    /// <summary>A telephone, by short message.</summary>
    Sms,

    /// <summary>A postal address.</summary>
    Postal,
}
