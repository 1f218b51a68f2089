namespace GraphApi.Distribution.Access;

/// <summary>A course whose currency rights may depend on.</summary>
enum TrainingCourse
{
    /// <summary>Privacy, civil rights and civil liberties; annual.</summary>
    PrivacyCivilRightsCivilLiberties,

    /// <summary>Criminal intelligence systems operating policies, 28 CFR Part 23.</summary>
    CriminalIntelligence,

    /// <summary>Handling of controlled unclassified information.</summary>
    ControlledInformation,
}
