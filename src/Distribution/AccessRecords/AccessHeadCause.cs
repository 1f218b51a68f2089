namespace GraphApi.Distribution.AccessRecords;

/// <summary>Why a head was written.</summary>
enum AccessHeadCause
{
    /// <summary>The chain starts.</summary>
    Start,

    /// <summary>So many records, or so much time, since the head before.</summary>
    Interval,

    /// <summary>A node starts or a day is compared: whatever has no head at its end is given one.</summary>
    Sweep,

    /// <summary>The node stops.</summary>
    End,
}
