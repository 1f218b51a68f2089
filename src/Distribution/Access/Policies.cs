using System.Collections.Frozen;
using GraphApi.Distribution.AccessRecords;
using GraphApi.Distribution.Lists;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Recalls;
using GraphApi.Distribution.Receipts;

namespace GraphApi.Distribution.Access;

/// <summary>
/// The policies that <c>@authorize</c> names in the schema: those on rows and fields here, those on callers in
/// <see cref="CallerPolicies"/>. docs/access.md is made of them and of the schema.
/// </summary>
static class Policies
{
    static readonly Policy[] OnRows =
    [
        new("ENTITLED", PolicyKind.Rows, "A right to the version, its marking's requirements met.", Anyone),
        new("HOME_STAFF", PolicyKind.Rows, "Staff of the originating center, an audit.", IsHomeStaff),
        new(
            "FINDING_READER",
            PolicyKind.Rows,
            "Supervisors, directors and privacy officers of the originating center, an audit; who wrote or reviews the "
                + "version.",
            IsHomeStaff),
        new(
            "REVIEW_ANSWER_READER",
            PolicyKind.Rows,
            "Supervisors, directors and privacy officers of the originating center, an audit; the reviewer.",
            IsHomeStaff),
        new(
            "LIST_DIRECTORY",
            PolicyKind.Rows,
            "Members, the owner's staff, partners where they can join, administrators, auditors.",
            viewer => viewer.IsAuthenticated),
        new(
            "MEMBERSHIP_READER",
            PolicyKind.Rows,
            "The member, the list's managers, those who oversee its center's lists, its liaison officers assigned to "
                + "the member.",
            viewer => viewer.IsAuthenticated),
        new(
            "PARTNER_DIRECTORY",
            PolicyKind.Rows,
            "The organization, staff, the directory of its centers, anyone where listed publicly.",
            Anyone),
        new(
            "PARTNER_RECORD",
            PolicyKind.Rows,
            "The organization's liaison, staff of its centers, liaison officers assigned to it.",
            viewer => viewer.IsStaff || IsPartnerKeeper(viewer)),
        new(
            "PERSON_READER",
            PolicyKind.Rows,
            "The person, his organization's liaison, staff of its centers, colleagues, administrators.",
            IsPerson),
        new(
            "LIAISON_READER",
            PolicyKind.Rows,
            "The liaison, the organization concerned, the center's staff.",
            IsPerson),
        new(
            "CLIENT_READER",
            PolicyKind.Rows,
            "The client, its organization's liaison, its sponsor, administrators, auditors.",
            viewer => viewer.IsAuthenticated),
        new(
            "CONTACT_READER",
            PolicyKind.Rows,
            "The person; his organization's liaison, staff of its centers, liaison officers assigned to it and "
                + "administrators where he lets them; of a privacy officer, staff of any center.",
            IsPerson),
        new(
            "SOURCE_READER",
            PolicyKind.Rows,
            "Staff of the originating center, an audit; people of partners where they may see the portion and its "
                + "marking permits it.",
            viewer => IsHomeStaff(viewer) || (viewer.IsPartner && viewer.Kind == PrincipalKind.Person)),
        new(
            "MEMBER_ORGANIZATION_READER",
            PolicyKind.Rows,
            "The list's managers, those who oversee its center's lists, people of partners as the list says.",
            viewer => viewer.IsAuthenticated && viewer.Kind == PrincipalKind.Person),
        new(
            "ACCESS_GRANT_READER",
            PolicyKind.Rows,
            "The one who asked, the one who decided, those who oversee the center, auditors; administrators of "
            + "break-glass.",
            IsConcernedWithGrants),
        new(
            "ACCESS_RECORD_READER",
            PolicyKind.Rows,
            "Who read, privacy officers of the content's center, auditors.",
            viewer => viewer.IsAuthenticated),
        new(
            "TRAINING_READER",
            PolicyKind.Rows,
            "The person, auditors, who oversees a center he works at; his organization's liaison, as yes or no.",
            IsPerson),
        new(
            "ADMINISTRATIVE_RECORD_READER",
            PolicyKind.Rows,
            "Administrators and auditors of the network.",
            viewer => viewer.IsAdministrator || viewer.IsAuditor),
        new(
            "DELIVERY_READER",
            PolicyKind.Rows,
            "The recipient, the liaison of his organization; of the originating center supervisors and directors where "
                + "it is to be acknowledged, privacy officers where it was recalled; an audit.",
            viewer => viewer.IsAuthenticated),
        new(
            "RECALL_READER",
            PolicyKind.Rows,
            "Who received or read what is recalled, or could see it; staff of the originating center, its liaison "
                + "officers among them; auditors; anyone where it was public.",
            Anyone),
        new(
            "RECALL_RESPONSE_READER",
            PolicyKind.Rows,
            "The recipient, with other rights or without, the liaison of his organization, who oversees the "
                + "originating center, liaison officers assigned to the organization, an audit.",
            viewer => viewer.IsAuthenticated || viewer.IsRecallRecipient),
        new(
            "FEEDBACK_READER",
            PolicyKind.Rows,
            "Who said it, staff of the originating center, liaison officers assigned to his organization, an audit.",
            viewer => viewer.IsAuthenticated),
        new(
            "RESOURCE_READER",
            PolicyKind.Rows,
            "Anyone, partners or staff, as the resource says; administrators, auditors.",
            Anyone),
    ];

    static readonly Policy[] OnFields =
    [
        new Policy("HOME", PolicyKind.Fields, "Staff of the originating center, an audit.", IsHomeStaff)
            .On<ProductVersion>((viewer, version) =>
                viewer.HomeCenterIds.Contains(version.OriginatorId) || viewer.AuditedVersionIds.Contains(version.Id))
            .On<RecallNotice>((viewer, notice) =>
                viewer.HomeCenterIds.Contains(notice.OriginatorId)
                || viewer.AuditedProductIds.Contains(notice.ProductId)),
        new Policy(
            "RECALL_HASH_READER",
            PolicyKind.Fields,
            "Staff of the originating center, an audit; who may know every portion, where the originator lets readers "
                + "know of withheld portions.",
            Anyone)
            .On<RecallNotice>((viewer, notice) =>
                viewer.HomeCenterIds.Contains(notice.OriginatorId)
                || viewer.AuditedProductIds.Contains(notice.ProductId)
                || (notice.IsHashDisclosed && (notice.HashRequires & viewer.Lacks) == 0)),
        new Policy(
            "RECALL_RECORDER_NAME",
            PolicyKind.Fields,
            "Staff of any center; of an answer that nobody recorded, whoever sees it.",
            viewer => viewer.IsAuthenticated || viewer.IsRecallRecipient)
            .On<RecallResponseEvent>((viewer, answer) => viewer.IsStaff || answer.Means == null),
        new Policy(
            "FEEDBACK_AUTHOR",
            PolicyKind.Fields,
            "Who said it; who oversees the originating center, where he lets them; an audit.",
            viewer => viewer.IsAuthenticated)
            .On<Feedback>((viewer, feedback) =>
                feedback.PersonId == viewer.PersonId
                || (feedback.IsNamed && viewer.OversightCenterIds.Contains(feedback.OriginatorId))
                || viewer.AuditedCenterIds.Contains(feedback.OriginatorId)
                || viewer.AuditedVersionIds.Contains(feedback.VersionId)),
        new Policy(
            "NOTES_READER",
            PolicyKind.Fields,
            "Supervisors and directors of the originating center, an audit; of its staff who wrote or reviewed the "
                + "version.",
            IsHomeStaff)
            .On<ProductVersion>((viewer, version) =>
                viewer.SupervisedCenterIds.Contains(version.OriginatorId)
                || viewer.AuditedVersionIds.Contains(version.Id)
                || (viewer.HomeCenterIds.Contains(version.OriginatorId)
                    && (version.Authors.Any(author => author.PersonId == viewer.PersonId)
                        || version.PrivacyReviews.Any(review => review.ReviewerId == viewer.PersonId)))),
        new Policy(
            "PROTECTED_ORIGIN",
            PolicyKind.Fields,
            "Supervisors and directors of the originating center, an audit; of its staff who wrote or reviewed a "
                + "version.",
            IsHomeStaff)
            .On<Product>((viewer, product) =>
                viewer.SupervisedCenterIds.Contains(product.OriginatorId)
                || viewer.AuditedProductIds.Contains(product.Id)
                || (viewer.HomeCenterIds.Contains(product.OriginatorId)
                    && product.Versions.Any(version =>
                        version.Authors.Any(author => author.PersonId == viewer.PersonId)
                        || version.PrivacyReviews.Any(review => review.ReviewerId == viewer.PersonId)))),
        new Policy(
            "WITHHOLDING_READER",
            PolicyKind.Fields,
            "Staff of the originating center, an access grant; others where the originator lets readers know of "
                + "withheld portions.",
            viewer => viewer.IsAuthenticated)
            .On<ProductVersion>((viewer, version) =>
                viewer.HomeCenterIds.Contains(version.OriginatorId)
                || viewer.GrantedVersionIds.Contains(version.Id)
                || (viewer.IsAuthenticated && version.DisclosesWithholding)),
        new Policy(
            "WHOLE_READER",
            PolicyKind.Fields,
            "Staff of the originating center, an access grant; who may see every portion, where the originator lets "
                + "readers know of withheld ones.",
            viewer => viewer.IsAuthenticated)
            .On<ProductVersion>((viewer, version) =>
                viewer.HomeCenterIds.Contains(version.OriginatorId)
                || viewer.GrantedVersionIds.Contains(version.Id)
                || (viewer.IsAuthenticated
                    && version.DisclosesWithholding
                    && (version.RequiresThroughout & viewer.Lacks) == 0)),
        new Policy(
            "REVIEW_REASONS",
            PolicyKind.Fields,
            "Supervisors, directors and privacy officers of the originating center, an audit; the reviewer.",
            IsHomeStaff)
            .On<PrivacyReview>((viewer, review) =>
                viewer.OversightCenterIds.Contains(review.OriginatorId)
                || viewer.AuditedVersionIds.Contains(review.VersionId)
                || (viewer.HomeCenterIds.Contains(review.OriginatorId) && review.ReviewerId == viewer.PersonId)),
        new Policy(
            "REVIEW_EVENT_REASONS",
            PolicyKind.Fields,
            "Supervisors, directors and privacy officers of the originating center, an audit; the reviewer.",
            IsHomeStaff)
            .On<ReviewEvent>((viewer, step) =>
                viewer.OversightCenterIds.Contains(step.OriginatorId)
                || viewer.Set<PrivacyReview>().Any(review =>
                    review.Id == step.ReviewId
                    && (viewer.AuditedVersionIds.Contains(review.VersionId)
                        || (viewer.HomeCenterIds.Contains(step.OriginatorId)
                            && review.ReviewerId == viewer.PersonId)))),
        new Policy(
            "REVIEW_FINDINGS",
            PolicyKind.Fields,
            "Supervisors, directors and privacy officers of the originating center, an audit; who wrote or reviews the "
                + "version.",
            IsHomeStaff)
            .On<PrivacyReview>((viewer, review) =>
                viewer.OversightCenterIds.Contains(review.OriginatorId)
                || viewer.AuditedVersionIds.Contains(review.VersionId)
                || (viewer.HomeCenterIds.Contains(review.OriginatorId) && review.ReviewerId == viewer.PersonId)
                || viewer.Set<VersionAuthor>().Any(author =>
                    author.VersionId == review.VersionId && author.PersonId == viewer.PersonId)),
        new Policy(
            "PARTNER_STATUS",
            PolicyKind.Fields,
            "The organization's liaison, staff of its centers, liaison officers assigned to it, administrators.",
            viewer => viewer.IsAdministrator || IsPartnerKeeper(viewer))
            .On<Organization>((viewer, organization) =>
                viewer.IsAdministrator
                || organization.Id == viewer.LiaisonOrganizationId
                || viewer.AssignedOrganizationIds.Contains(organization.Id)
                || organization.HomeCenters.Any(link =>
                    viewer.HomeCenterIds.Contains(link.CenterId) || viewer.AssignedCenterIds.Contains(link.CenterId))),
        new Policy(
            "PARTNER_TERMS",
            PolicyKind.Fields,
            "The organization's liaison, staff of its centers, liaison officers assigned to it.",
            IsPartnerKeeper)
            .On<Organization>((viewer, organization) =>
                organization.Id == viewer.LiaisonOrganizationId
                || viewer.AssignedOrganizationIds.Contains(organization.Id)
                || organization.HomeCenters.Any(link =>
                    viewer.HomeCenterIds.Contains(link.CenterId) || viewer.AssignedCenterIds.Contains(link.CenterId))),
        new Policy(
            "PARTNER_AFFILIATIONS",
            PolicyKind.Fields,
            "The organization's liaison, staff of its centers in any role, an audit of one of them.",
            viewer => viewer.IsStaff || viewer.IsOrganizationLiaison || IsHomeStaff(viewer))
            .On<Organization>((viewer, organization) =>
                organization.Id == viewer.LiaisonOrganizationId
                || organization.HomeCenters.Any(link =>
                    viewer.StaffCenterIds.Contains(link.CenterId) || viewer.HomeCenterIds.Contains(link.CenterId))),
        new Policy(
            "CONTACT_REVEALER",
            PolicyKind.Fields,
            "Staff of the organization's centers and liaison officers assigned to it, who say what for.",
            viewer => viewer.PersonId is not null
                && (viewer.HomeCenterIds.Length > 0
                    || viewer.AssignedOrganizationIds.Length > 0
                    || viewer.AssignedCenterIds.Length > 0))
        {
            NeedsPurpose = true,
        }.On<ContactPoint>((viewer, contact) =>
                viewer.StatesPurpose
                && viewer.Set<Person>().Any(person =>
                    person.Id == contact.PersonId
                    && (viewer.AssignedOrganizationIds.Contains(person.OrganizationId!.Value)
                        || viewer.Set<OrganizationCenter>().Any(link =>
                            link.OrganizationId == person.OrganizationId
                            && (viewer.HomeCenterIds.Contains(link.CenterId)
                                || viewer.AssignedCenterIds.Contains(link.CenterId)))))),
        new Policy("SELF", PolicyKind.Fields, "The person.", viewer => viewer.PersonId is not null)
            .On<Person>((viewer, person) => person.Id == viewer.PersonId),
        new Policy(
            "ATTRIBUTE_PRESENCE",
            PolicyKind.Fields,
            "The person, administrators.",
            viewer => viewer.PersonId is not null)
            .On<Person>((viewer, person) => person.Id == viewer.PersonId || viewer.IsAdministrator),
        new Policy(
            "ROLE_READER",
            PolicyKind.Fields,
            "The person, colleagues, administrators.",
            viewer => viewer.PersonId is not null)
            .On<Person>((viewer, person) =>
                person.Id == viewer.PersonId
                || viewer.IsAdministrator
                || person.Roles.Any(role =>
                    viewer.ColleagueCenterIds.Contains(role.CenterId!.Value)
                    && role.StartsOn <= viewer.Today
                    && (role.EndsOn == null || role.EndsOn > viewer.Today))),
        new Policy(
            "TRAINING_RECORDS",
            PolicyKind.Fields,
            "The person, auditors, who oversees a center he works at.",
            viewer => viewer.PersonId is not null)
            .On<Person>((viewer, person) =>
                person.Id == viewer.PersonId
                || viewer.IsAuditor
                || person.Roles.Any(role =>
                    viewer.OversightCenterIds.Contains(role.CenterId!.Value)
                    && role.StartsOn <= viewer.Today
                    && (role.EndsOn == null || role.EndsOn > viewer.Today))),
        new Policy(
            "TRAINING_STANDING",
            PolicyKind.Fields,
            "The person, his organization's liaison, auditors, who oversees a center he works at.",
            viewer => viewer.PersonId is not null)
            .On<Person>((viewer, person) =>
                person.Id == viewer.PersonId
                || person.OrganizationId == viewer.LiaisonOrganizationId
                || viewer.IsAuditor
                || person.Roles.Any(role =>
                    viewer.OversightCenterIds.Contains(role.CenterId!.Value)
                    && role.StartsOn <= viewer.Today
                    && (role.EndsOn == null || role.EndsOn > viewer.Today))),
        new Policy(
            "PORTION_PLACES",
            PolicyKind.Fields,
            "Staff of the originating center, auditors.",
            viewer => IsHomeStaff(viewer) || viewer.IsAuditor)
            .On<AccessRecord>((viewer, record) =>
                viewer.HomeCenterIds.Contains(record.OriginatorId!.Value) || viewer.AuditsRecords),
        new Policy(
            "LIST_SIZE",
            PolicyKind.Fields,
            "Supervisors, directors and privacy officers of the list's center, administrators, auditors.",
            viewer => viewer.OversightCenterIds.Length > 0 || viewer.IsAdministrator || viewer.IsAuditor)
            .On<DistributionList>((viewer, list) =>
                viewer.OversightCenterIds.Contains(list.OwnerId) || viewer.IsSteward),
        new Policy(
            "LIST_SIZE_ROUGHLY",
            PolicyKind.Fields,
            "Staff of the list's center, administrators, auditors; people of partners where the list is open.",
            viewer => viewer.PersonId is not null)
            .On<DistributionList>((viewer, list) =>
                viewer.StaffCenterIds.Contains(list.OwnerId)
                || viewer.IsSteward
                || (viewer.EmployerId != Guid.Empty && list.MembershipVisibility == MembershipVisibility.Open)),
    ];

    /// <summary>All policies: those on rows, on fields, on callers, in the order in which they are written.</summary>
    public static IReadOnlyList<Policy> All { get; } = [.. OnRows, .. OnFields, .. CallerPolicies.All];

    /// <summary>The policies by name.</summary>
    public static FrozenDictionary<string, Policy> ByName { get; } = All.ToFrozenDictionary(policy => policy.Name);

    static bool Anyone(Viewer viewer) => true;

    /// <summary>Somebody: a machine client is told of no person, nor of how one is reached.</summary>
    static bool IsPerson(Viewer viewer) => viewer.PersonId is not null;

    /// <summary>One who may be a person of an access grant, or watches over them.</summary>
    internal static bool IsConcernedWithGrants(Viewer viewer) =>
        viewer.IsAdministrator || viewer.IsAuditor || viewer.OversightCenterIds.Length > 0;

    static bool IsPartnerKeeper(Viewer viewer) =>
        IsHomeStaff(viewer)
        || viewer.IsOrganizationLiaison
        || viewer.AssignedOrganizationIds.Length > 0
        || viewer.AssignedCenterIds.Length > 0;

    /// <summary>Staff of an originating center, or one who reads a product for an audit as its staff does.</summary>
    static bool IsHomeStaff(Viewer viewer) =>
        viewer.HomeCenterIds.Length > 0 || viewer.AuditedVersionIds.Length > 0;
}
