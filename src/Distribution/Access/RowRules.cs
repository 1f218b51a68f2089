using GraphApi.Data.ChangeLog;
using GraphApi.Distribution.AccessGrants;
using GraphApi.Distribution.AccessRecords;
using GraphApi.Distribution.Administration;
using GraphApi.Distribution.Centers;
using GraphApi.Distribution.Changes;
using GraphApi.Distribution.Import;
using GraphApi.Distribution.Ledger;
using GraphApi.Distribution.Lists;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Publishing;
using GraphApi.Distribution.Recalls;
using GraphApi.Distribution.Receipts;
using GraphApi.Distribution.Resources;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Access;

/// <summary>
/// Who may see which row, for every entity, on one page. EF Core composes a rule into every query of its entity: root
/// fields, navigations, ids, filters, sorts and counts alike. An entity without a rule here is a public reference or
/// a link that is reached through its two ends, and is listed at the end.
/// </summary>
static class RowRules
{
    /// <summary>
    /// Puts the rules into the model; they read the viewer from <paramref name="viewer"/> on each run.
    /// </summary>
    public static void Apply(ModelBuilder model, DistributionContext viewer)
    {
        // A right counts for an audience the viewer is in, where he meets what it requires, while it is in force.
        model.Entity<Entitlement>().HasQueryFilter(RightRules.For(() => viewer));

        // A product is seen through a right to its current version, a version through a right to itself; the center's
        // own staff see the versions before it as well, and those at work on it the one that is to come.
        model.Entity<Product>().HasQueryFilter(product =>
            product.Entitlements.Any(right => right.IsCurrent));
        model.Entity<ProductVersion>().HasQueryFilter(version =>
            version.Entitlements.Any(right =>
                right.IsCurrent
                || right.Kind == EntitlementKind.Home
                || right.Kind == EntitlementKind.Grant
                || right.Kind == EntitlementKind.Draft));

        // A portion asks, besides, for what its own marking requires.
        model.Entity<Portion>().HasQueryFilter(portion =>
            (portion.Requires & viewer.Lacks) == 0
            || viewer.HomeCenterIds.Contains(portion.OriginatorId)
            || viewer.GrantedVersionIds.Contains(portion.VersionId));

        // What happens inside a center is for its staff, and for an audit. Nothing of it is reached but through the
        // version, so it is no wider known than this is; a review has an id of its own and asks for it.
        model.Entity<VersionAuthor>().HasQueryFilter(author =>
            viewer.HomeCenterIds.Contains(author.OriginatorId) || viewer.AuditedVersionIds.Contains(author.VersionId));
        model.Entity<Publication>().HasQueryFilter(release =>
            viewer.HomeCenterIds.Contains(release.OriginatorId)
            || viewer.AuditedVersionIds.Contains(release.VersionId));
        model.Entity<PublicationList>().HasQueryFilter(link =>
            viewer.HomeCenterIds.Contains(link.Publication.OriginatorId)
            || viewer.AuditedVersionIds.Contains(link.Publication.VersionId));
        model.Entity<PublicationRecipient>().HasQueryFilter(recipient =>
            viewer.HomeCenterIds.Contains(recipient.Publication.OriginatorId)
            || viewer.AuditedVersionIds.Contains(recipient.Publication.VersionId));
        model.Entity<PrivacyReview>().HasQueryFilter(review =>
            (viewer.HomeCenterIds.Contains(review.OriginatorId)
                && viewer.Set<Entitlement>().Any(right => right.VersionId == review.VersionId))
            || viewer.AuditedVersionIds.Contains(review.VersionId));
        model.Entity<VersionEvent>().HasQueryFilter(step =>
            viewer.HomeCenterIds.Contains(step.OriginatorId) || viewer.AuditedVersionIds.Contains(step.VersionId));
        model.Entity<VersionList>().HasQueryFilter(link =>
            viewer.HomeCenterIds.Contains(link.Version.OriginatorId)
            || viewer.AuditedVersionIds.Contains(link.VersionId));
        model.Entity<VersionRecipient>().HasQueryFilter(recipient =>
            viewer.HomeCenterIds.Contains(recipient.Version.OriginatorId)
            || viewer.AuditedVersionIds.Contains(recipient.VersionId));
        model.Entity<VersionApproval>().HasQueryFilter(approval =>
            viewer.HomeCenterIds.Contains(approval.OriginatorId)
            || viewer.AuditedVersionIds.Contains(approval.VersionId));

        model.Entity<ReleaseClearance>().HasQueryFilter(clearance =>
            viewer.HomeCenterIds.Contains(clearance.OriginatorId)
            || viewer.AuditedVersionIds.Contains(clearance.VersionId));

        // What was done in a review, and what its reviewer answered, is for who may read it, and its reasons.
        model.Entity<ReviewEvent>().HasQueryFilter(step =>
            viewer.Set<PrivacyReview>().Any(review => review.Id == step.ReviewId));
        model.Entity<ReviewAnswer>().HasQueryFilter(answer =>
            viewer.OversightCenterIds.Contains(answer.OriginatorId)
            || viewer.AuditedVersionIds.Contains(answer.Review.VersionId)
            || (viewer.HomeCenterIds.Contains(answer.OriginatorId) && answer.Review.ReviewerId == viewer.PersonId));

        // A finding is for those who oversee the center, for who wrote what it is about, and for an audit.
        model.Entity<PrivacyFinding>().HasQueryFilter(finding =>
            viewer.OversightCenterIds.Contains(finding.OriginatorId)
            || (viewer.HomeCenterIds.Contains(finding.OriginatorId) && finding.Review.ReviewerId == viewer.PersonId)
            || viewer.AuditedVersionIds.Contains(finding.Review.VersionId)
            || viewer.Set<VersionAuthor>().Any(author =>
                author.VersionId == finding.Review.VersionId && author.PersonId == viewer.PersonId));

        // A source is for the originator's staff, for an audit, and for partners where its portion's marking lets them
        // be told.
        model.Entity<SourceReference>().HasQueryFilter(source =>
            viewer.HomeCenterIds.Contains(source.OriginatorId)
            || viewer.AuditedVersionIds.Contains(source.VersionId)
            || (viewer.EmployerId != Guid.Empty && source.IsIdentified && (source.Requires & viewer.Lacks) == 0));

        // Who reads what is no right of his own is known to himself, to the second person, to those who oversee the
        // center, and to those whose office it is to be that second person.
        model.Entity<AccessGrant>().HasQueryFilter(grant =>
            grant.GranteeId == viewer.PersonId
            || grant.DecidedById == viewer.PersonId
            || viewer.OversightCenterIds.Contains(grant.OriginatorId)
            || viewer.IsAuditor
            || (viewer.IsAdministrator && grant.Kind == AccessGrantKind.BreakGlass));
        model.Entity<AccessGrantEvent>().HasQueryFilter(step =>
            viewer.Set<AccessGrant>().Any(grant => grant.Id == step.GrantId));

        // What was done to principals is for those who administer and those who audit.
        model.Entity<AdministrativeEvent>().HasQueryFilter(entry => viewer.IsSteward);

        // A list is known to its members, to its center's staff, and, where one can ask to join it, to the people of
        // partners: a machine client asks for nothing.
        model.Entity<DistributionList>().HasQueryFilter(list =>
            viewer.ListIds.Contains(list.Id)
            || viewer.StaffCenterIds.Contains(list.OwnerId)
            || viewer.IsSteward
            || (viewer.EmployerId != Guid.Empty
                && list.State == DistributionListState.Active
                && list.JoinPolicy != JoinPolicy.InviteOnly));

        // Where a product went is told to who is on the list, once it is there, and to the staff of the list's center.
        model.Entity<ListProduct>().HasQueryFilter(link =>
            (viewer.ListIds.Contains(link.ListId)
                && link.EffectiveAt <= viewer.Now
                && (link.ExpiresAt == null || link.ExpiresAt > viewer.Now))
            || viewer.HomeCenterIds.Contains(link.List.OwnerId));

        // Who is on a list stays with the member, the people of an organization that is one, the managers of the list,
        // those who oversee it, and the liaison officers of its center who are assigned to the member. A machine client
        // acts for an organization and is told of its own memberships alone.
        model.Entity<ListMembership>().HasQueryFilter(membership =>
            membership.PersonId == viewer.PersonId
            || membership.OrganizationId == viewer.EmployerId
            || membership.ServiceClientId == viewer.ServiceClientId
            || viewer.ManagedListIds.Contains(membership.ListId)
            || viewer.MembershipCenterIds.Contains(membership.CenterId)
            || (viewer.ManagesLists
                && viewer.StaffCenterIds.Contains(membership.CenterId)
                && (viewer.AssignedOrganizationIds.Contains(membership.OrganizationId!.Value)
                    || viewer.AssignedOrganizationIds.Contains(membership.Person!.OrganizationId!.Value)
                    || (viewer.AssignedCenterIds.Contains(membership.CenterId)
                        && viewer.Set<OrganizationCenter>().Any(link =>
                            link.CenterId == membership.CenterId
                            && (link.OrganizationId == membership.OrganizationId
                                || link.OrganizationId == membership.Person!.OrganizationId))))));

        // Which organizations are on it, by a membership in force, is told, besides, to people where the list says so.
        model.Entity<ListOrganization>().HasQueryFilter(link =>
            link.EndsAt > viewer.Now
            && (viewer.MembershipCenterIds.Contains(link.CenterId)
                || viewer.ManagedListIds.Contains(link.ListId)
                || (viewer.EmployerId != Guid.Empty
                    && (link.List.MembershipVisibility == MembershipVisibility.Open
                        || (link.List.MembershipVisibility == MembershipVisibility.MembersSeeOrganizations
                            && viewer.ListIds.Contains(link.ListId))))));

        model.Entity<Organization>().HasQueryFilter(organization =>
            organization.IsPubliclyListed
            || organization.Id == viewer.OrganizationId
            || viewer.IsStaff
            || viewer.IsSteward
            || (organization.IsDirectoryListed
                && organization.Status == OrganizationStatus.Active
                && organization.HomeCenters.Any(link => viewer.DirectoryCenterIds.Contains(link.CenterId)))
            || viewer.Set<ListOrganization>().Any(link => link.OrganizationId == organization.Id));

        // What stands between an organization and its centers is for its liaison, their staff and an audit of them.
        model.Entity<Affiliation>().HasQueryFilter(affiliation =>
            affiliation.OrganizationId == viewer.LiaisonOrganizationId
            || viewer.Set<OrganizationCenter>().Any(link =>
                link.OrganizationId == affiliation.OrganizationId
                && (viewer.StaffCenterIds.Contains(link.CenterId) || viewer.HomeCenterIds.Contains(link.CenterId))));
        model.Entity<OrganizationClient>().HasQueryFilter(link =>
            link.OrganizationId == viewer.LiaisonOrganizationId
            || link.ClientId == viewer.LiaisonOrganizationId
            || viewer.AssignedOrganizationIds.Contains(link.OrganizationId)
            || viewer.Set<OrganizationCenter>().Any(customer =>
                customer.OrganizationId == link.OrganizationId
                && (viewer.HomeCenterIds.Contains(customer.CenterId)
                    || viewer.AssignedCenterIds.Contains(customer.CenterId))));
        model.Entity<SharingAgreement>().HasQueryFilter(agreement =>
            agreement.OrganizationId == viewer.LiaisonOrganizationId
            || viewer.HomeCenterIds.Contains(agreement.CenterId)
            || (viewer.StaffCenterIds.Contains(agreement.CenterId)
                && (viewer.AssignedOrganizationIds.Contains(agreement.OrganizationId)
                    || viewer.AssignedCenterIds.Contains(agreement.CenterId))));
        model.Entity<PartnerQuestionnaire>().HasQueryFilter(questionnaire =>
            questionnaire.OrganizationId == viewer.LiaisonOrganizationId
            || viewer.AssignedOrganizationIds.Contains(questionnaire.OrganizationId)
            || viewer.Set<OrganizationCenter>().Any(customer =>
                customer.OrganizationId == questionnaire.OrganizationId
                && (viewer.HomeCenterIds.Contains(customer.CenterId)
                    || viewer.AssignedCenterIds.Contains(customer.CenterId))));

        // A person is known to himself, to his organization's liaison, to the staff whose customer or colleague he is;
        // a privacy officer to the staff of every center.
        model.Entity<Person>().HasQueryFilter(person =>
            person.Id == viewer.PersonId
            || person.OrganizationId == viewer.LiaisonOrganizationId
            || viewer.IsAdministrator
            || person.Roles.Any(role =>
                viewer.ColleagueCenterIds.Contains(role.CenterId!.Value)
                && role.StartsOn <= viewer.Today
                && (role.EndsOn == null || role.EndsOn > viewer.Today))
            || viewer.Set<OrganizationCenter>().Any(link =>
                link.OrganizationId == person.OrganizationId
                && (viewer.HomeCenterIds.Contains(link.CenterId) || viewer.AssignedCenterIds.Contains(link.CenterId)))
            || viewer.AssignedOrganizationIds.Contains(person.OrganizationId!.Value)
            || viewer.Set<CenterOfficer>().Any(officer => officer.PersonId == person.Id));
        model.Entity<CenterOfficer>().HasQueryFilter(officer =>
            (viewer.IsStaff || viewer.IsSteward)
            && officer.StartsOn <= viewer.Today
            && (officer.EndsOn == null || officer.EndsOn > viewer.Today));

        // How a person is reached: the value itself is shown to fewer still (ContactPointFields).
        model.Entity<ContactPoint>().HasQueryFilter(contact =>
            contact.PersonId == viewer.PersonId
            || viewer.Set<OrganizationCenter>().Any(link =>
                link.OrganizationId == contact.Person.OrganizationId && viewer.PrivacyCenterIds.Contains(link.CenterId))
            || (contact.Visibility != ContactVisibility.Self
                && contact.Person.OrganizationId == viewer.LiaisonOrganizationId)
            || (contact.Visibility == ContactVisibility.Centers
                && (viewer.IsAdministrator
                    || viewer.AssignedOrganizationIds.Contains(contact.Person.OrganizationId!.Value)
                    || viewer.Set<OrganizationCenter>().Any(link =>
                        link.OrganizationId == contact.Person.OrganizationId
                        && (viewer.HomeCenterIds.Contains(link.CenterId)
                            || viewer.AssignedCenterIds.Contains(link.CenterId)))
                    || viewer.Set<CenterOfficer>().Any(officer => officer.PersonId == contact.PersonId))));
        // A role that is over, or has yet to begin, is the person's own affair and the administrators'.
        model.Entity<RoleAssignment>().HasQueryFilter(role =>
            role.PersonId == viewer.PersonId
            || viewer.IsAdministrator
            || (viewer.ColleagueCenterIds.Contains(role.CenterId!.Value)
                && role.StartsOn <= viewer.Today
                && (role.EndsOn == null || role.EndsOn > viewer.Today)));

        // The liaison of an organization is told whether its people are trained, not when and in what.
        model.Entity<TrainingRecord>().HasQueryFilter(record =>
            record.PersonId == viewer.PersonId
            || viewer.IsAuditor
            || record.Person.OrganizationId == viewer.LiaisonOrganizationId
            || record.Person.Roles.Any(role =>
                viewer.OversightCenterIds.Contains(role.CenterId!.Value)
                && role.StartsOn <= viewer.Today
                && (role.EndsOn == null || role.EndsOn > viewer.Today)));

        // An administrator is told that there are any, not which.
        model.Entity<VerifiedAttribute>().HasQueryFilter(attribute =>
            attribute.PersonId == viewer.PersonId || viewer.IsAdministrator);
        model.Entity<LiaisonAssignment>().HasQueryFilter(assignment =>
            assignment.PersonId == viewer.PersonId
            || assignment.OrganizationId == viewer.EmployerId
            || viewer.StaffCenterIds.Contains(assignment.CenterId));
        model.Entity<ServiceClient>().HasQueryFilter(client =>
            client.Id == viewer.ServiceClientId
            || client.OrganizationId == viewer.LiaisonOrganizationId
            || client.SponsorId == viewer.PersonId
            || viewer.IsSteward);
        model.Entity<ServiceClientList>().HasQueryFilter(link =>
            link.ServiceClientId == viewer.ServiceClientId
            || link.ServiceClient.OrganizationId == viewer.LiaisonOrganizationId
            || link.ServiceClient.SponsorId == viewer.PersonId
            || viewer.IsSteward);

        model.Entity<ResourceDocument>().HasQueryFilter(resource =>
            resource.Access == ResourceAccess.Public
            || viewer.IsStaff
            || viewer.IsSteward
            || (resource.Access == ResourceAccess.Partners && viewer.IsPartner));

        // Who read what is known to himself, to the privacy officers of the content's center, and to auditors.
        model.Entity<AccessRecord>().HasQueryFilter(record =>
            record.PersonId == viewer.PersonId
            || record.ServiceClientId == viewer.ServiceClientId
            || viewer.PrivacyCenterIds.Contains(record.OriginatorId!.Value)
            || viewer.AuditsRecords);
        model.Entity<AccessFinding>().HasQueryFilter(finding =>
            viewer.PrivacyCenterIds.Contains(finding.OriginatorId) || viewer.AuditsRecords);
        model.Entity<AccessReconciliation>().HasQueryFilter(run =>
            viewer.PrivacyCenterIds.Length > 0 || viewer.AuditsRecords);
        model.Entity<AccessChain>().HasQueryFilter(chain => false);
        model.Entity<AccessHead>().HasQueryFilter(head => false);

        // Who was given what is known to the recipient and to the liaison of his organization. To the originator's
        // staff it is a number, but where the recipient is to answer for it: of what is to be acknowledged to those who
        // supervise, of what was recalled to privacy officers; and in an audit.
        model.Entity<Delivery>().HasQueryFilter(delivery =>
            delivery.RecipientId == viewer.PersonId
            || delivery.RecipientId == viewer.ServiceClientId
            || delivery.RecipientId == viewer.EmployerId
            || delivery.RecipientOrganizationId == viewer.LiaisonOrganizationId
            || (viewer.SupervisedCenterIds.Contains(delivery.OriginatorId) && delivery.IsAcknowledgementRequired)
            || (viewer.PrivacyCenterIds.Contains(delivery.OriginatorId)
                && viewer.Set<ProductVersion>().Any(version =>
                    version.Id == delivery.VersionId && version.State == VersionState.Recalled))
            || viewer.AuditedCenterIds.Contains(delivery.OriginatorId)
            || viewer.AuditedVersionIds.Contains(delivery.VersionId));
        model.Entity<Receipt>().HasQueryFilter(receipt =>
            viewer.Set<Delivery>().Any(delivery => delivery.Id == receipt.DeliveryId));
        model.Entity<EmergencyRequest>().HasQueryFilter(request =>
            viewer.HomeCenterIds.Contains(request.OriginatorId)
            || viewer.AuditedVersionIds.Contains(request.VersionId));

        // A recall is told to everybody who has what is recalled, whatever he may see by now and whether or not he has
        // rights at all, to the center's staff, its liaison officers among them, and to everybody where the product was
        // out for everybody. What one recipient answered is for himself, the people of an organization that is one, its
        // liaison, who oversees the center, who is assigned to the organization, and for an audit.
        model.Entity<RecallNotice>().HasQueryFilter(notice =>
            viewer.HomeCenterIds.Contains(notice.OriginatorId)
            || viewer.LiaisonCenterIds.Contains(notice.OriginatorId)
            || (notice.IsPublic && viewer.AudienceIds.Contains(Audience.Public))
            || viewer.IsAuditor
            || viewer.AuditedProductIds.Contains(notice.ProductId)
            || notice.Responses.Any());
        model.Entity<RecallResponse>().HasQueryFilter(response =>
            response.RecipientId == viewer.RecallPersonId
            || response.RecipientId == viewer.RecallEmployerId
            || response.RecipientId == viewer.RecallClientId
            || response.RecipientOrganizationId == viewer.LiaisonOrganizationId
            || viewer.OversightCenterIds.Contains(response.OriginatorId)
            || viewer.AuditedRecallIds.Contains(response.NoticeId)
            || viewer.AssignedOrganizationIds.Contains(response.RecipientOrganizationId!.Value)
            || viewer.Set<OrganizationCenter>().Any(customer =>
                customer.OrganizationId == response.RecipientOrganizationId
                && viewer.AssignedCenterIds.Contains(customer.CenterId)));
        model.Entity<RecallResponseEvent>().HasQueryFilter(answer =>
            viewer.Set<RecallResponse>().Any(response => response.Id == answer.ResponseId));

        // What a reader says of a version is for himself, for the staff of its center and for who is assigned to his
        // organization; who he is, for fewer (FEEDBACK_AUTHOR).
        model.Entity<Feedback>().HasQueryFilter(feedback =>
            feedback.AuthorId == viewer.PersonId
            || feedback.AuthorId == viewer.ServiceClientId
            || viewer.HomeCenterIds.Contains(feedback.OriginatorId)
            || viewer.AssignedOrganizationIds.Contains(feedback.OrganizationId!.Value)
            || viewer.AuditedVersionIds.Contains(feedback.VersionId));

        // The change log is read for the audiences of a reader, event by event (ChangeReader); it is no list of rows.
        model.Entity<Change>().HasQueryFilter(change => false);
        model.Entity<ChangeAudience>().HasQueryFilter(audience => false);
        model.Entity<ChangeCounter>().HasQueryFilter(counter => false);
        model.Entity<RightsState>().HasQueryFilter(state => false);

        // What imports brought is no row for anybody: it is written and read without rules.
        model.Entity<ImportRecord>().HasQueryFilter(record => false);

        // Nor is what became of mutations: a repeated one is answered by it, and read anew.
        model.Entity<IdempotencyRecord>().HasQueryFilter(record => false);

        // Without a rule: FusionCenter and what it serves, Sector, Topic, CommunityLifeline, Jurisdiction, Discipline
        // (public), the links of products and organizations to them (reached through the product or organization), the
        // numbers that portions have in the text index of SQLite (joined to portions), and who can sign in (a condition
        // on responses to recalls, never read).
    }
}
