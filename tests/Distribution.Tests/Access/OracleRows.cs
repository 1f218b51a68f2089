using GraphApi.Distribution.Access;
using GraphApi.Distribution.AccessGrants;
using GraphApi.Distribution.Administration;
using GraphApi.Distribution.Centers;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Ledger;
using GraphApi.Distribution.Lists;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Publishing;
using GraphApi.Distribution.Recalls;
using GraphApi.Distribution.Receipts;
using GraphApi.Distribution.Resources;

namespace GraphApi.Distribution.Tests.Access;

/// <summary>
/// Which rows one principal may know of, for every entity. An entity that is not named here is an error: whoever adds
/// one says here who sees its rows.
/// </summary>
sealed class OracleRows
{
    readonly RowBatch _rows;
    readonly OracleReader _reader;
    readonly DateTime _now;
    readonly HashSet<Guid> _products;
    readonly HashSet<Guid> _versions;
    readonly HashSet<Guid> _publications;
    readonly ILookup<Guid, Guid> _centersOf;
    readonly HashSet<Guid> _audiences;

    public OracleRows(RowBatch rows, Oracle oracle, OracleReader reader, DateTime now)
    {
        _rows = rows;
        _reader = reader;
        _now = now;
        var products = oracle.Products.ToDictionary(product => product.Id);
        _products = [.. oracle.Products.Where(product => oracle.Sees(reader, product)).Select(product => product.Id)];
        _versions =
        [
            .. rows.Of<ProductVersion>()
                .Where(version => oracle.Sees(reader, products[version.ProductId], version))
                .Select(version => version.Id),
        ];
        _publications = [.. rows.Of<Publication>().Where(Sees).Select(publication => publication.Id)];
        _centersOf = rows.Of<OrganizationCenter>().ToLookup(link => link.OrganizationId, link => link.CenterId);
        _audiences =
        [
            .. reader.Home, .. reader.Lists, Audience.Public,
            .. reader.Home.Select(center => Audience.Author(center, reader.Self ?? Guid.Empty)),
            .. reader.SupervisedCenters.Select(Audience.Supervisors),
            .. reader.PrivacyCenters.Select(Audience.PrivacyOfficers),
        ];
        _audiences.UnionWith(new[] { reader.Person, reader.NamedOrganization }.OfType<Guid>());
        _audiences.UnionWith(rows.Of<DistributionList>()
            .Where(list => reader.ListsOfProviders.Contains(list.Id))
            .Select(list => list.ClientAudienceId)
            .OfType<Guid>());
    }

    /// <summary>Whether the principal may know that the row is there.</summary>
    public bool Sees(object row) => row switch
    {
        Product product => _products.Contains(product.Id),
        ProductVersion version => _versions.Contains(version.Id),
        Portion portion => _versions.Contains(portion.VersionId) && Oracle.Sees(_reader, portion),
        ProductSector or ProductTopic or ProductLifeline or ProductJurisdiction or ProductDiscipline
            or ProductCoOriginator => true,
        Entitlement right => IsOwn(right),

        // What happens inside a center is for its staff.
        VersionAuthor author => _reader.Home.Contains(author.OriginatorId),
        Publication publication => _reader.Home.Contains(publication.OriginatorId),
        PublicationList link => _publications.Contains(link.PublicationId),
        PublicationRecipient recipient => _publications.Contains(recipient.PublicationId),
        PrivacyReview review => SeesAtHome(review.VersionId),
        PrivacyFinding finding => _reader.OversightCenters.Contains(finding.OriginatorId)
            || (_reader.Home.Contains(finding.OriginatorId)
                && (IsAuthor(ReviewOf(finding.ReviewId).VersionId) || IsReviewer(finding.ReviewId))),
        ReviewEvent step => SeesAtHome(ReviewOf(step.ReviewId).VersionId),
        ReviewAnswer answer => _reader.OversightCenters.Contains(answer.OriginatorId)
            || (_reader.Home.Contains(answer.OriginatorId) && IsReviewer(answer.ReviewId)),
        VersionList link => SeesAtHome(link.VersionId),
        VersionRecipient recipient => SeesAtHome(recipient.VersionId),
        VersionEvent step => SeesAtHome(step.VersionId),
        VersionApproval approval => _reader.Home.Contains(approval.OriginatorId),
        SourceReference source => _versions.Contains(source.VersionId)
            && (_reader.Home.Contains(source.OriginatorId) || IsTold(source)),

        EmergencyRequest request => SeesAtHome(request.VersionId),
        Delivery delivery => Sees(delivery),
        Receipt receipt => Sees(_rows.Of<Delivery>().Single(delivery => delivery.Id == receipt.DeliveryId)),
        RecallNotice notice => Sees(notice),
        RecallResponse response => Sees(response),
        RecallResponseEvent answer => Sees(
            _rows.Of<RecallResponse>().Single(response => response.Id == answer.ResponseId)),
        Feedback feedback => IsOwn(feedback)
            || _reader.Home.Contains(feedback.OriginatorId)
            || (feedback.OrganizationId is { } id && _reader.AssignedOrganizations.Contains(id)),

        DistributionList list => Sees(list),
        ListMembership membership => Sees(membership),

        Organization organization => Sees(organization),
        OrganizationCenter or OrganizationSector or OrganizationDiscipline or OrganizationJurisdiction
            or OrganizationLifeline => true,
        OrganizationClient link => IsKept(link.OrganizationId) || IsLiaisonOf(link.ClientId),
        Affiliation affiliation => IsLiaisonOf(affiliation.OrganizationId)
            || IsCustomer(affiliation.OrganizationId, _reader.StaffCenters)
            || IsCustomer(affiliation.OrganizationId, _reader.Home),
        SharingAgreement agreement => IsLiaisonOf(agreement.OrganizationId)
            || _reader.Home.Contains(agreement.CenterId)
            || _reader.AssignedCenters.Contains(agreement.CenterId)
            || (IsStaffOf(agreement.CenterId) && _reader.AssignedOrganizations.Contains(agreement.OrganizationId)),
        PartnerQuestionnaire questionnaire => IsKept(questionnaire.OrganizationId),

        Person person => Sees(person),
        ContactPoint contact => Sees(contact),
        RoleAssignment role => IsSelf(role.PersonId) || _reader.IsAdministrator
            || (IsStaffOf(role.CenterId) && IsInForce(role))
            || IsOfficer(role),

        // The liaison of an organization is told whether its people are trained.
        TrainingRecord record => AreCoursesTold(record) || IsLiaisonOf(OrganizationOf(record.PersonId)),

        // An administrator is told that there are any.
        VerifiedAttribute attribute => IsSelf(attribute.PersonId) || _reader.IsAdministrator,
        LiaisonAssignment liaison => IsSelf(liaison.PersonId) || IsEmployer(liaison.OrganizationId)
            || IsStaffOf(liaison.CenterId),
        ServiceClient client => Sees(client),
        ServiceClientList link => Sees(_rows.Of<ServiceClient>().Single(c => c.Id == link.ServiceClientId)),

        // Who reads by no right of his own is known to himself, to the second person, and to those who watch over it.
        AccessGrant grant => Sees(grant),
        AccessGrantEvent step => Sees(_rows.Of<AccessGrant>().Single(grant => grant.Id == step.GrantId)),

        AdministrativeEvent => _reader.IsSteward,

        ResourceDocument resource => resource.Access == ResourceAccess.Public
            || _reader.IsStaff
            || _reader.IsSteward
            || (resource.Access == ResourceAccess.Partners && _reader.Organization is not null),

        // Public.
        FusionCenter or CenterJurisdiction or CenterDiscipline => true,
        _ => throw new InvalidOperationException(
            $"OracleRows does not say who sees the rows of {row.GetType().Name}."),
    };

    /// <summary>Whether the principal is on the staff of a center that an organization is a customer of.</summary>
    public bool IsCustomer(Guid? organization, IReadOnlyCollection<Guid> centers) =>
        organization is { } id && _centersOf[id].Any(centers.Contains);

    /// <summary>Whether it is the principal's own organization, in force.</summary>
    public bool IsOrganization(Guid? organization) =>
        organization is not null && organization == _reader.Organization;

    bool IsEmployer(Guid? organization) => _reader.Client is null && IsOrganization(organization);

    bool IsSelf(Guid person) => person == _reader.Self;

    bool IsStaffOf(Guid? center) => center is { } id && _reader.StaffCenters.Contains(id);

    /// <summary>Whether the principal is the liaison of an organization.</summary>
    public bool IsLiaisonOf(Guid? organization) =>
        organization is not null && organization == _reader.LiaisonOrganization;

    /// <summary>
    /// Whether the principal keeps the partnership with an organization: its liaison, the staff of its centers who see
    /// content, the liaison officers assigned to it.
    /// </summary>
    public bool IsKept(Guid organization) =>
        IsLiaisonOf(organization)
        || IsCustomer(organization, _reader.Home)
        || IsCustomer(organization, _reader.AssignedCenters)
        || _reader.AssignedOrganizations.Contains(organization);

    /// <summary>Whether the principal wrote a version or, where that counts, is one of its reviewers.</summary>
    public bool IsInvolved(Guid version) =>
        IsAuthor(version) || _rows.Of<PrivacyReview>().Any(review =>
            review.VersionId == version && review.ReviewerId is { } reviewer && IsSelf(reviewer));

    /// <summary>The versions of a product that the principal sees.</summary>
    public IEnumerable<Guid> VersionsOf(Product product) => _rows.Of<ProductVersion>()
        .Where(version => version.ProductId == product.Id && _versions.Contains(version.Id))
        .Select(version => version.Id);

    /// <summary>The organizations on lists, as rows have it: some may come more than once.</summary>
    public IEnumerable<(ListMembership Membership, DistributionList List, Guid Organization)> OrganizationsOnLists(
        Func<Type, IReadOnlyList<object>> rows) => OracleLists.Organizations(rows, _now);

    /// <summary>Whether the principal is told that an organization is on a list.</summary>
    public bool SeesOnList(DistributionList list) =>
        _reader.MembershipCenters.Contains(list.OwnerId)
        || _reader.ManagedLists.Contains(list.Id)
        || (Sees(list) && _reader.IsPartnerPerson && list.MembershipVisibility switch
        {
            MembershipVisibility.Open => true,
            MembershipVisibility.MembersSeeOrganizations => _reader.Lists.Contains(list.Id),
            _ => false,
        });

    /// <summary>Whether a contact point is shown in full, and not masked.</summary>
    public bool IsShownInFull(ContactPoint contact) =>
        IsSelf(contact.PersonId)
        || IsLiaisonOf(OrganizationOf(contact.PersonId))
        || IsCustomer(OrganizationOf(contact.PersonId), _reader.PrivacyCenters)
        || IsOfficer(contact.PersonId);

    /// <summary>Whether a contact point is given whole to the principal, where he says what for.</summary>
    public bool IsRevealed(ContactPoint contact) =>
        OrganizationOf(contact.PersonId) is { } organization
        && (IsCustomer(organization, _reader.Home)
            || IsCustomer(organization, _reader.AssignedCenters)
            || _reader.AssignedOrganizations.Contains(organization));

    /// <summary>Whether the principal is told in what somebody was trained, and when.</summary>
    public bool AreCoursesTold(TrainingRecord record) =>
        IsSelf(record.PersonId)
        || _reader.IsAuditor
        || _rows.Of<RoleAssignment>().Any(role => role.PersonId == record.PersonId
            && role.CenterId is { } center
            && _reader.OversightCenters.Contains(center)
            && IsInForce(role));

    bool Sees(ContactPoint contact) =>
        IsSelf(contact.PersonId)
        || IsCustomer(OrganizationOf(contact.PersonId), _reader.PrivacyCenters)
        || (contact.Visibility != ContactVisibility.Self && IsLiaisonOf(OrganizationOf(contact.PersonId)))
        || (contact.Visibility == ContactVisibility.Centers
            && (_reader.IsAdministrator
                || IsOfficer(contact.PersonId)
                || (OrganizationOf(contact.PersonId) is { } organization && IsKept(organization))));

    Guid? OrganizationOf(Guid person) => _rows.Of<Person>().Single(row => row.Id == person).OrganizationId;

    /// <summary>Whether the principal is the reviewer of a review.</summary>
    public bool IsReviewer(Guid review) => ReviewOf(review).ReviewerId is { } reviewer && IsSelf(reviewer);

    PrivacyReview ReviewOf(Guid id) => _rows.Of<PrivacyReview>().Single(review => review.Id == id);

    // What happens inside a center is known to those of its staff who see the version.
    bool SeesAtHome(Guid version) =>
        _versions.Contains(version)
        && _rows.Of<ProductVersion>().Any(row => row.Id == version && _reader.Home.Contains(row.OriginatorId));

    bool IsAuthor(Guid version) =>
        _rows.Of<VersionAuthor>().Any(author => author.VersionId == version && IsSelf(author.PersonId));

    // A partner's person is told of a source whose portion he reads, where its marking permits it.
    bool IsTold(SourceReference source) =>
        _reader.IsPartnerPerson
        && _rows.Of<Portion>().SingleOrDefault(portion => portion.Id == source.PortionId) is { } portion
        && portion.Purposes.Contains(PrivilegeAction.Idsrc)
        && _reader.Meets(portion);

    // The privacy officers of a center are known to the staff of every center, and to those who keep the records.
    bool IsOfficer(RoleAssignment role) =>
        (_reader.IsStaff || _reader.IsSteward)
        && role is { Role: PersonRole.PcrclOfficer, CenterId: not null }
        && IsInForce(role);

    bool IsInForce(RoleAssignment role) =>
        role.StartsOn <= DateOnly.FromDateTime(_now)
        && (role.EndsOn is not { } end || end > DateOnly.FromDateTime(_now));

    bool IsOfficer(Guid person) => _rows.Of<RoleAssignment>().Any(role => role.PersonId == person && IsOfficer(role));

    // Where a product went is known to the staff of the center that owns the list, where they see the product.
    bool IsOwn(Entitlement right) =>
        (right is { IsCurrent: true, Kind: EntitlementKind.List }
            && _products.Contains(right.ProductId)
            && _rows.Of<DistributionList>().Any(list =>
                list.Id == right.AudienceId && _reader.Home.Contains(list.OwnerId)))
        || IsMine(right);

    bool IsMine(Entitlement right) =>
        _versions.Contains(right.VersionId)
        && _audiences.Contains(right.AudienceId)
        && (right.Kind == EntitlementKind.Home
            || (right.EffectiveAt <= _now && (right.ExpiresAt is not { } end || end > _now)));

    /// <summary>Whether it is the principal who says it.</summary>
    public bool IsOwn(Feedback feedback) =>
        (feedback.PersonId is { } person && IsSelf(person))
        || (feedback.ServiceClientId is { } client && client == _reader.Client);

    // One's own, one's organization's, its people's to its liaison. Of the originator's staff: those who supervise
    // where an answer is owed, privacy officers where it is taken back.
    bool Sees(Delivery delivery) =>
        (delivery.PersonId is { } person && IsSelf(person))
        || (delivery.ServiceClientId is { } client && client == _reader.Client)
        || IsEmployer(delivery.OrganizationId)
        || IsLiaisonOf(delivery.RecipientOrganizationId)
        || (delivery.IsAcknowledgementRequired && _reader.SupervisedCenters.Contains(delivery.OriginatorId))
        || (_reader.PrivacyCenters.Contains(delivery.OriginatorId)
            && _rows.Of<ProductVersion>().Any(version =>
                version.Id == delivery.VersionId && version.State == VersionState.Recalled));

    /// <summary>Whether the principal meets every portion of the newest version that a notice is about.</summary>
    public bool MeetsAllOf(RecallNotice notice)
    {
        var newest = notice.VersionNumbers.Max();
        var version = _rows.Of<ProductVersion>()
            .Single(row => row.ProductId == notice.ProductId && row.Number == newest);
        return _rows.Of<Portion>().Where(portion => portion.VersionId == version.Id).All(_reader.Meets);
    }

    bool Sees(RecallNotice notice) =>
        notice.IsPublic
        || _reader.Home.Contains(notice.OriginatorId)
        || _reader.LiaisonCenters.Contains(notice.OriginatorId)
        || _reader.IsAuditor
        || _rows.Of<RecallResponse>().Any(response => response.NoticeId == notice.Id && Sees(response));

    // Whoever can sign in is told what was recalled from him and from the organization he belongs to.
    bool Sees(RecallResponse response) =>
        (response.PersonId is { } person && person == _reader.RecallPerson)
        || (response.ServiceClientId is { } client && client == _reader.RecallClient)
        || (response.OrganizationId is { } organization && organization == _reader.RecallEmployer)
        || IsLiaisonOf(response.RecipientOrganizationId)
        || _reader.OversightCenters.Contains(response.OriginatorId)
        || IsCustomer(response.RecipientOrganizationId, _reader.AssignedCenters)
        || (response.RecipientOrganizationId is { } assigned && _reader.AssignedOrganizations.Contains(assigned));

    bool Sees(AccessGrant grant) =>
        IsSelf(grant.GranteeId)
        || (grant.DecidedById is { } decider && IsSelf(decider))
        || _reader.OversightCenters.Contains(grant.OriginatorId)
        || _reader.IsAuditor
        || (_reader.IsAdministrator && grant.Kind == AccessGrantKind.BreakGlass);

    // One can ask to join a list where one is a person of a partner and it is in use and not by invitation.
    bool Sees(DistributionList list) =>
        _reader.Lists.Contains(list.Id)
        || _reader.StaffCenters.Contains(list.OwnerId)
        || _reader.IsSteward
        || (_reader is { Self: not null, Organization: not null }
            && list is { State: DistributionListState.Active, JoinPolicy: not JoinPolicy.InviteOnly });

    bool Sees(ListMembership membership) =>
        (membership.PersonId is { } person && IsSelf(person))
        || IsEmployer(membership.OrganizationId)
        || (membership.ServiceClientId is { } client && client == _reader.Client)
        || _reader.ManagedLists.Contains(membership.ListId)
        || _reader.MembershipCenters.Contains(membership.CenterId)
        || (_reader.ManagesLists
            && IsStaffOf(membership.CenterId)
            && (membership.OrganizationId ?? (membership.PersonId is { } of ? OrganizationOf(of) : null)) is { } member
            && (_reader.AssignedOrganizations.Contains(member)
                || (_reader.AssignedCenters.Contains(membership.CenterId)
                    && IsCustomer(member, [membership.CenterId]))));

    bool Sees(Organization organization) =>
        organization.IsPubliclyListed
        || IsOrganization(organization.Id)
        || _reader.IsStaff
        || _reader.IsSteward
        || IsInDirectory(organization)
        || IsOnList(organization.Id);

    bool IsOnList(Guid organization) =>
        OrganizationsOnLists(_rows.Of)
            .Any(link => link.Organization == organization && SeesOnList(link.List));

    /// <summary>Both are in the directory of a center they share, which tells that the other is active.</summary>
    public bool IsInDirectory(Organization organization) =>
        organization is { IsDirectoryListed: true, Status: OrganizationStatus.Active }
        && IsCustomer(organization.Id, _reader.DirectoryCenters);

    bool Sees(Person person) =>
        IsSelf(person.Id)
        || IsLiaisonOf(person.OrganizationId)
        || _reader.IsAdministrator
        || IsOfficer(person.Id)
        || _rows.Of<RoleAssignment>().Any(role =>
            role.PersonId == person.Id && IsStaffOf(role.CenterId) && IsInForce(role))
        || (person.OrganizationId is { } organization && IsKept(organization));

    bool Sees(ServiceClient client) =>
        client.Id == _reader.Client
        || IsLiaisonOf(client.OrganizationId)
        || IsSelf(client.SponsorId)
        || _reader.IsSteward;
}
