namespace GraphApi.Distribution.Partners;

/// <summary>What is known of a person's citizenship.</summary>
enum CitizenshipClass
{
    /// <summary>A United States person.</summary>
    UsPerson,

    /// <summary>Not a United States person.</summary>
    NonUs,

    /// <summary>Not known; treated as not a United States person.</summary>
    Unknown,
}
