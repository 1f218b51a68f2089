using GraphApi.Distribution.Access;
using GraphApi.Distribution.Centers;
using GraphApi.Distribution.Lists;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Recalls;
using GraphApi.Distribution.Resources;

namespace GraphApi.Distribution.Demonstration;

/// <summary>
/// The entities that demonstration data and imports write, each behind those it refers to. Emptying goes the other
/// way. The reference tables are not among them: they stay.
/// </summary>
static class LoadOrder
{
    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Type> Types =
    [
        typeof(Organization),
        typeof(FusionCenter),
        typeof(CenterJurisdiction),
        typeof(CenterDiscipline),
        typeof(OrganizationCenter),
        typeof(OrganizationSector),
        typeof(OrganizationDiscipline),
        typeof(OrganizationJurisdiction),
        typeof(OrganizationLifeline),
        typeof(OrganizationClient),
        typeof(Affiliation),
        typeof(SharingAgreement),
        typeof(Person),
        typeof(ContactPoint),
        typeof(PartnerQuestionnaire),
        typeof(RoleAssignment),
        typeof(VerifiedAttribute),
        typeof(TrainingRecord),
        typeof(LiaisonAssignment),
        typeof(ServiceClient),
        typeof(DistributionList),
        typeof(ServiceClientList),
        typeof(ListMembership),
        typeof(Product),
        typeof(ProductSector),
        typeof(ProductLifeline),
        typeof(ProductJurisdiction),
        typeof(ProductDiscipline),
        typeof(ProductTopic),
        typeof(ProductCoOriginator),
        typeof(ProductVersion),
        typeof(Portion),
        typeof(SourceReference),
        typeof(VersionAuthor),
        typeof(VersionList),
        typeof(VersionRecipient),
        typeof(VersionApproval),
        typeof(PrivacyReview),
        typeof(PrivacyFinding),
        typeof(ReviewAnswer),
        typeof(ReviewEvent),
        typeof(Publication),
        typeof(PublicationList),
        typeof(PublicationRecipient),
        typeof(ReleaseClearance),
        typeof(Entitlement),
        typeof(RecallNotice),
        typeof(RecallResponse),
        typeof(RecallResponseEvent),
        typeof(ResourceDocument),
    ];
}
