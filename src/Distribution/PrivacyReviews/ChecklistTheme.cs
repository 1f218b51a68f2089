namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>What an item of a checklist is about: the parts of a center's privacy policy.</summary>
enum ChecklistTheme
{
    /// <summary>What the product is for.</summary>
    Purpose,

    /// <summary>Whom and what the policy applies to.</summary>
    Applicability,

    /// <summary>Who answers for it.</summary>
    Governance,

    /// <summary>What the words mean.</summary>
    Definitions,

    /// <summary>What information may be in it.</summary>
    Information,

    /// <summary>How the information was come by.</summary>
    Acquiring,

    /// <summary>How good it is.</summary>
    DataQuality,

    /// <summary>What was made of it.</summary>
    CollationAndAnalysis,

    /// <summary>What was put together.</summary>
    Merging,

    /// <summary>Who is given it.</summary>
    SharingAndDisclosure,

    /// <summary>How someone it concerns can have it put right.</summary>
    Redress,

    /// <summary>How it is protected.</summary>
    Security,

    /// <summary>How long it is kept.</summary>
    RetentionAndDestruction,

    /// <summary>How it can be checked.</summary>
    AccountabilityAndEnforcement,

    /// <summary>Who was trained for it.</summary>
    Training,
}
