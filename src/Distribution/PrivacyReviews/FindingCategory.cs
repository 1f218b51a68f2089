namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>What a finding is about.</summary>
enum FindingCategory
{
    /// <summary>Personal information that is not needed.</summary>
    PiiNotNecessary,

    /// <summary>Identification of a United States person.</summary>
    UsPersonIdentification,

    /// <summary>Activity the First Amendment protects.</summary>
    FirstAmendmentActivity,

    /// <summary>No nexus to crime.</summary>
    NoCriminalNexus,

    /// <summary>Identity where behavior should stand.</summary>
    BehaviorNotIdentity,

    /// <summary>A protected characteristic.</summary>
    ProtectedCharacteristic,

    /// <summary>Use of social media.</summary>
    SocialMediaUse,

    /// <summary>A source that is not verified.</summary>
    SourceUnverified,

    /// <summary>Quality of the data.</summary>
    DataQuality,

    /// <summary>A marking.</summary>
    Marking,

    /// <summary>An audience that is too wide.</summary>
    AudienceTooWide,

    /// <summary>Retention.</summary>
    Retention,

    /// <summary>The redress notice is missing.</summary>
    RedressNoticeMissing,

    /// <summary>Protected or proprietary information.</summary>
    PciiOrProprietary,

    /// <summary>Information of a third agency.</summary>
    ThirdAgency,
}
