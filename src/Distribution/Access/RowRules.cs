using GraphApi.Distribution.Import;
using GraphApi.Distribution.Lists;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Resources;
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
        model.Entity<Entitlement>().HasQueryFilter(right =>
            viewer.AudienceIds.Contains(right.AudienceId)
            && (right.Requires & viewer.Lacks) == 0
            && (right.Kind == EntitlementKind.Home
                || (right.EffectiveAt <= viewer.Now && (right.ExpiresAt == null || right.ExpiresAt > viewer.Now))));

        // A product is seen through a right to its current version, a version through a right to itself; the center's
        // own staff see the versions before it as well.
        model.Entity<Product>().HasQueryFilter(product =>
            product.Entitlements.Any(right => right.IsCurrent));
        model.Entity<ProductVersion>().HasQueryFilter(version =>
            version.Entitlements.Any(right => right.IsCurrent || right.Kind == EntitlementKind.Home));

        // A portion asks, besides, for what its own marking requires.
        model.Entity<Portion>().HasQueryFilter(portion =>
            (portion.Requires & viewer.Lacks) == 0 || viewer.HomeCenterIds.Contains(portion.OriginatorId));

        // What happens inside a center is for its staff.
        model.Entity<VersionAuthor>().HasQueryFilter(author => viewer.HomeCenterIds.Contains(author.OriginatorId));
        model.Entity<Publication>().HasQueryFilter(release => viewer.HomeCenterIds.Contains(release.OriginatorId));
        model.Entity<PublicationList>().HasQueryFilter(link =>
            viewer.HomeCenterIds.Contains(link.Publication.OriginatorId));
        model.Entity<PublicationRecipient>().HasQueryFilter(recipient =>
            viewer.HomeCenterIds.Contains(recipient.Publication.OriginatorId));
        model.Entity<PrivacyReview>().HasQueryFilter(review => viewer.HomeCenterIds.Contains(review.OriginatorId));
        model.Entity<PrivacyFinding>().HasQueryFilter(finding =>
            viewer.OversightCenterIds.Contains(finding.OriginatorId));

        // A list is known to its members, to its center's staff, and, where one can ask to join it, to the people of
        // partners: a machine client asks for nothing.
        model.Entity<DistributionList>().HasQueryFilter(list =>
            viewer.ListIds.Contains(list.Id)
            || viewer.StaffCenterIds.Contains(list.OwnerId)
            || viewer.IsSteward
            || (viewer.EmployerId != Guid.Empty
                && list.State == DistributionListState.Active
                && list.JoinPolicy != JoinPolicy.InviteOnly));

        // Who is on a list stays with the member, the managers of the list and those who oversee it.
        model.Entity<ListMembership>().HasQueryFilter(membership =>
            membership.PersonId == viewer.PersonId
            || membership.OrganizationId == viewer.OrganizationId
            || membership.ServiceClientId == viewer.ServiceClientId
            || viewer.ManagedListIds.Contains(membership.ListId)
            || viewer.MembershipCenterIds.Contains(membership.CenterId));

        model.Entity<Organization>().HasQueryFilter(organization =>
            organization.IsPubliclyListed
            || organization.Id == viewer.OrganizationId
            || viewer.IsStaff
            || viewer.IsSteward
            || (organization.IsDirectoryListed
                && organization.Status == OrganizationStatus.Active
                && organization.HomeCenters.Any(link => viewer.DirectoryCenterIds.Contains(link.CenterId))));
        model.Entity<Affiliation>().HasQueryFilter(affiliation =>
            affiliation.OrganizationId == viewer.OrganizationId
            || viewer.Set<OrganizationCenter>().Any(link =>
                link.OrganizationId == affiliation.OrganizationId && viewer.StaffCenterIds.Contains(link.CenterId)));
        model.Entity<OrganizationClient>().HasQueryFilter(link =>
            link.OrganizationId == viewer.OrganizationId
            || link.ClientId == viewer.OrganizationId
            || viewer.Set<OrganizationCenter>().Any(customer =>
                customer.OrganizationId == link.OrganizationId && viewer.StaffCenterIds.Contains(customer.CenterId)));
        model.Entity<SharingAgreement>().HasQueryFilter(agreement =>
            agreement.OrganizationId == viewer.OrganizationId || viewer.HomeCenterIds.Contains(agreement.CenterId));

        // A person is known to himself, to his organization's liaison, to the staff whose customer or colleague he is.
        model.Entity<Person>().HasQueryFilter(person =>
            person.Id == viewer.PersonId
            || person.OrganizationId == viewer.LiaisonOrganizationId
            || viewer.IsAdministrator
            || person.Roles.Any(role => viewer.StaffCenterIds.Contains(role.CenterId!.Value))
            || viewer.Set<OrganizationCenter>().Any(link =>
                link.OrganizationId == person.OrganizationId && viewer.HomeCenterIds.Contains(link.CenterId)));
        model.Entity<RoleAssignment>().HasQueryFilter(role =>
            role.PersonId == viewer.PersonId
            || viewer.StaffCenterIds.Contains(role.CenterId!.Value)
            || viewer.IsAdministrator);
        model.Entity<VerifiedAttribute>().HasQueryFilter(attribute => attribute.PersonId == viewer.PersonId);
        model.Entity<LiaisonAssignment>().HasQueryFilter(assignment =>
            assignment.PersonId == viewer.PersonId
            || assignment.OrganizationId == viewer.OrganizationId
            || viewer.StaffCenterIds.Contains(assignment.CenterId));
        model.Entity<ServiceClient>().HasQueryFilter(client =>
            client.Id == viewer.ServiceClientId
            || client.OrganizationId == viewer.EmployerId
            || client.SponsorId == viewer.PersonId
            || viewer.IsAdministrator);
        model.Entity<ServiceClientList>().HasQueryFilter(link =>
            link.ServiceClientId == viewer.ServiceClientId
            || link.ServiceClient.OrganizationId == viewer.EmployerId
            || viewer.IsAdministrator);

        model.Entity<ResourceDocument>().HasQueryFilter(resource =>
            resource.Access == ResourceAccess.Public
            || viewer.IsStaff
            || (resource.Access == ResourceAccess.Partners && viewer.IsPartner));

        // What imports brought is no row for anybody: it is written and read without rules.
        model.Entity<ImportRecord>().HasQueryFilter(record => false);

        // Without a rule: FusionCenter and what it serves, Sector, Topic, CommunityLifeline, Jurisdiction, Discipline
        // (public), and the links of products and organizations to them (reached through the product or organization).
    }
}
