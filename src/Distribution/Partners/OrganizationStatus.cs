namespace GraphApi.Distribution.Partners;

/// <summary>Where an organization stands in its partnership.</summary>
enum OrganizationStatus
{
    /// <summary>A possible partner.</summary>
    Prospect,

    /// <summary>Questionnaire, agreement, liaison and training are under way.</summary>
    Onboarding,

    /// <summary>A partner; the only state that gives entitlements.</summary>
    Active,

    /// <summary>Entitlements rest.</summary>
    Suspended,

    /// <summary>No partner any more.</summary>
    Offboarded,
}
