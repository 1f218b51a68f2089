namespace GraphApi.Distribution.Lists;

/// <summary>The size of a list, roughly.</summary>
enum MemberCountBucket
{
    /// <summary>Fewer than 10 members.</summary>
    Under10,

    /// <summary>10 to 100.</summary>
    To100,

    /// <summary>101 to 1,000.</summary>
    To1000,

    /// <summary>More than 1,000.</summary>
    Over1000,
}
