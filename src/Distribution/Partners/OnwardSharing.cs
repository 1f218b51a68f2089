namespace GraphApi.Distribution.Partners;

/// <summary>How far a partner may pass on what it receives.</summary>
enum OnwardSharing
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Inside its organization.</summary>
    WithinOrganization,

    /// <summary>To its clients as well.</summary>
    ToClients,

    /// <summary>Inside the community of partners.</summary>
    Community,
}
