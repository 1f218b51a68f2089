namespace GraphApi.Distribution.AccessGrants;

/// <summary>Where an access grant stands. <see cref="AccessGrantSteps"/> says what leads where.</summary>
enum AccessGrantState
{
    /// <summary>Asked for; opens nothing.</summary>
    Requested,

    /// <summary>Approved by a second person and in force.</summary>
    Open,

    /// <summary>Refused by a second person.</summary>
    Declined,

    /// <summary>Taken back by the one who asked, before anybody decided.</summary>
    Withdrawn,

    /// <summary>Ended by somebody before its time.</summary>
    Ended,

    /// <summary>Its time is over, be it in force or never decided on. It is never stored: the clock says so.</summary>
    Expired,
}
