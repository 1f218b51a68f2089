namespace GraphApi.Distribution.Access;

/// <summary>
/// Which training must be current for what. A role that shows a center's own content, whatever its marking, gives that
/// content only while the annual training on privacy, civil rights and civil liberties is current; the role itself, and
/// what is addressed to the person by lists and markings, stay. The certifications that single markings ask for run out
/// by their own date (<see cref="VerifiedAttribute.ExpiresOn"/>).
/// </summary>
static class TrainingRules
{
    /// <summary>The course that a role asks for, for the content of its center; null: none.</summary>
    public static TrainingCourse? CourseOf(PersonRole role) => role switch
    {
        PersonRole.Analyst or PersonRole.Supervisor or PersonRole.CenterDirector or PersonRole.PcrclOfficer =>
            TrainingCourse.PrivacyCivilRightsCivilLiberties,
        _ => null,
    };
}
