namespace GraphApi.Distribution.Access;

/// <summary>Where a machine client stands.</summary>
enum ClientState
{
    /// <summary>Asked for.</summary>
    Requested,

    /// <summary>Approved by two persons, not in use yet.</summary>
    Approved,

    /// <summary>In use; the only state that gives access.</summary>
    Active,

    /// <summary>Not allowed for now.</summary>
    Suspended,

    /// <summary>Ended for good.</summary>
    Revoked,

    /// <summary>Past its date.</summary>
    Expired,
}
