namespace GraphApi.Distribution.AccessGrants;

/// <summary>What somebody did to an access grant.</summary>
enum AccessGrantStep
{
    /// <summary>Asked for it.</summary>
    Request,

    /// <summary>Approved it: it is open from then on.</summary>
    Approve,

    /// <summary>Refused it.</summary>
    Decline,

    /// <summary>Took the request back.</summary>
    Withdraw,

    /// <summary>Ended it before its time.</summary>
    End,
}
