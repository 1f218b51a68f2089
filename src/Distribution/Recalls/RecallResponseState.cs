namespace GraphApi.Distribution.Recalls;

/// <summary>How far a recipient of a recall got, in the order in which a record can have it.</summary>
enum RecallResponseState
{
    /// <summary>The notice is there for him.</summary>
    Notified,

    /// <summary>He saw it.</summary>
    Seen,

    /// <summary>He will do what it asks for.</summary>
    Acknowledged,

    /// <summary>He did not do in time what was asked for.</summary>
    Escalated,

    /// <summary>He destroyed every copy.</summary>
    Destroyed,

    /// <summary>He put the replacement in its place.</summary>
    Replaced,

    /// <summary>He told whom he had passed it on to.</summary>
    ForwardedNotified,

    /// <summary>He cannot do what was asked for, and says why.</summary>
    CannotComply,
}
