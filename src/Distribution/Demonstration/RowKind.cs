namespace GraphApi.Distribution.Demonstration;

/// <summary>
/// The kinds of demonstration rows, each with a stream of random numbers of its own. The numbers are part of every
/// identifier that was ever generated: append, never renumber.
/// </summary>
enum RowKind : byte
{
    FusionCenter = 1,
    Organization = 2,
    Person = 3,
    ServiceClient = 4,
    LiaisonAssignment = 5,
    DistributionList = 6,
    ListMembership = 7,
    Product = 8,
    ProductVersion = 9,
    Portion = 10,
    Publication = 11,
    PrivacyReview = 12,
    SharingAgreement = 13,
    Affiliation = 14,
    ResourceDocument = 15,
    Entitlement = 16,
    OrganizationClient = 17,
    RoleAssignment = 18,
    VerifiedAttribute = 19,
    ClientAudience = 20,
    PrivacyFinding = 21,
    PublicationRecipient = 22,
    PortionKey = 23,
    SourceReference = 30,
    VersionApproval = 31,
    VersionRecords = 32,
    ProductRecords = 33,
    ContactPoint = 34,
    PartnerQuestionnaire = 35,
    TrainingRecord = 40,
    RecallNotice = 41,
    RecallResponse = 42,
    RecallResponseEvent = 43,
}
