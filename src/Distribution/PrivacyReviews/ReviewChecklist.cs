using System.Collections.Frozen;
using System.Collections.Immutable;
using static GraphApi.Distribution.PrivacyReviews.ChecklistTheme;

namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>
/// A version of the checklist that privacy reviews follow. A review keeps the version it began with; a new version is
/// added here and the earlier ones stay, for what was reviewed by them.
/// </summary>
/// <param name="Version">Its name, as reviews refer to it.</param>
/// <param name="Items">Its items, in order.</param>
sealed record ReviewChecklist(string Version, ImmutableArray<ChecklistItem> Items)
{
    static readonly ReviewChecklist Third = new("P/CRCL-3", [
        new("PURPOSE_STATED", Purpose, "The product serves a stated and lawful purpose of the center."),
        new("POLICY_APPLIES", Applicability, "The center's privacy policy covers all that the product is made of."),
        new("REVIEWER_INDEPENDENT", Governance, "Whoever reviews took no part in writing and will not release."),
        new("TERMS_DEFINED", Definitions, "Terms that readers may take differently are defined or avoided."),
        new("CRIMINAL_NEXUS", Information, "What is said of persons or groups has a nexus to crime or to terrorism."),
        new(
            "PROTECTED_ACTIVITY",
            Information,
            "Nothing rests on activity that the First Amendment protects, or its nexus to crime is shown."),
        new(
            "BEHAVIOR_NOT_IDENTITY",
            Information,
            "Indicators describe behavior, not race, ethnicity, religion, national origin, gender or views."),
        new("PII_NECESSARY", Information, "Personal information is there only where the purpose cannot do without it."),
        new("US_PERSONS_MASKED", Information, "United States persons are identified only where it is needed."),
        new("LAWFULLY_ACQUIRED", Acquiring, "The information was come by lawfully and by those who may."),
        new("SOCIAL_MEDIA_JUSTIFIED", Acquiring, "The use of social media follows the center's policy."),
        new("SOURCES_RATED", DataQuality, "Sources are rated, and what is not verified is said not to be."),
        new("FACT_AND_JUDGMENT", CollationAndAnalysis, "Facts, assumptions and judgments can be told apart."),
        new("RECORDS_MATCHED", Merging, "Records of persons were put together only where they are of the same person."),
        new("AUDIENCE_FITS", SharingAndDisclosure, "The audience has a need to know and a right to know all of it."),
        new("MARKINGS_FIT", SharingAndDisclosure, "Each portion has the marking that it needs and no wider one."),
        new("THIRD_AGENCY_CONSENT", SharingAndDisclosure, "Third agencies consented to the use of their information."),
        new("REDRESS_NOTICE", Redress, "Readers are told how what concerns someone can be put right."),
        new("PROTECTED_INFORMATION", Security, "Protected and proprietary information is handled as its rules demand."),
        new("RETENTION_SET", RetentionAndDestruction, "Its validity ends when the purpose does."),
        new("RECORD_COMPLETE", AccountabilityAndEnforcement, "Who wrote it, why, and from what is on record."),
        new("TRAINING_CURRENT", Training, "The annual training of authors and reviewer is current."),
    ]);

    static readonly FrozenDictionary<string, ReviewChecklist> ByVersion =
        new[] { Third }.ToFrozenDictionary(checklist => checklist.Version);

    /// <summary>The version that new reviews follow.</summary>
    public static ReviewChecklist Current => Third;

    /// <summary>
    /// The checklist of a version; null: it is another system's, with which an imported product was reviewed.
    /// </summary>
    public static ReviewChecklist? Find(string version) => ByVersion.GetValueOrDefault(version);
}
