using GraphApi.Distribution.Access;
using GraphApi.Distribution.AccessGrants;
using GraphApi.Distribution.Lists;

namespace GraphApi.Distribution.Products;

/// <summary>
/// Who becomes entitled when a version is published: the one place that turns a publication into
/// <see cref="Entitlement"/> rows. It is called for each publication of a version and whenever the state of a version
/// or product changes; the rows it returns replace those of the version.
/// </summary>
static class EntitlementRules
{
    /// <summary>
    /// The rights to one version, at most one an audience. Superseded, recalled and expired versions keep the right of
    /// their center's staff only; a version that was never released has none. Nor has one that waits for its release
    /// beside the version in force: what became unfit meanwhile must not get out by the clock alone, so it is released
    /// to others by a step that looks again.
    /// </summary>
    /// <param name="product">The product; its current version tells which rights are current.</param>
    /// <param name="version">The version, with its state, times and release approval.</param>
    /// <param name="portions">All portions of the version.</param>
    /// <param name="publications">Its publications, each with the lists and the recipients it names.</param>
    public static IEnumerable<Entitlement> Of(
        Product product,
        ProductVersion version,
        IReadOnlyCollection<Portion> portions,
        IReadOnlyCollection<Audiences> publications)
    {
        if (!IsReleased(product, version))
        {
            return [];
        }

        var isCurrent = product.CurrentVersionId == version.Id;
        var isInForce = isCurrent && version.State is (VersionState.Published or VersionState.Scheduled);
        var rights = new Dictionary<Guid, Entitlement>();
        foreach (var right in (isInForce ? publications : [])
            .SelectMany(publication => OfPublication(product, version, portions, publication)))
        {
            rights.TryAdd(right.AudienceId, right);
        }

        // The originator's staff see their own center's products whatever the marking, and what became of them.
        rights[product.OriginatorId] = new Entitlement
        {
            AudienceId = product.OriginatorId,
            VersionId = version.Id,
            ProductId = product.Id,
            PublicationId = publications.FirstOrDefault()?.PublicationId,
            Kind = EntitlementKind.Home,
            EffectiveAt = version.PublishedAt ?? version.ReleaseAt ?? version.CreatedAt,
            ExpiresAt = null,
            Requires = 0,
            IsCurrent = isCurrent,
        };
        return rights.Values;
    }

    /// <summary>The rights that one publication gives to others than the originator's staff.</summary>
    /// <param name="product">The product.</param>
    /// <param name="version">The version, as its current one in force.</param>
    /// <param name="portions">All portions of the version.</param>
    /// <param name="publication">Its audience.</param>
    public static IEnumerable<Entitlement> OfPublication(
        Product product,
        ProductVersion version,
        IReadOnlyCollection<Portion> portions,
        Audiences publication) =>
        AudiencesOf(product, version, portions, publication)
            .DistinctBy(right => right.AudienceId)
            .Select(right => new Entitlement
            {
                AudienceId = right.AudienceId,
                VersionId = version.Id,
                ProductId = product.Id,
                PublicationId = publication.PublicationId,
                Kind = right.Kind,
                EffectiveAt = publication.EffectiveAt,
                ExpiresAt = version.ValidUntil,
                Requires = version.Requires | TypeRequirements.Of(product.Type),
                IsCurrent = true,
            });

    /// <summary>
    /// The rights to a version that is not released: those of its authors, of the supervisors of its center and, once
    /// it was given to review, of its privacy officers, each as <see cref="Audience"/> names them. They are part of a
    /// version's rights like the others; of a released version there are none, so they go with its release.
    /// </summary>
    /// <param name="product">The product. Without a released version it is seen by these rights.</param>
    /// <param name="version">The version.</param>
    /// <param name="authors">Who works on it, by person: its authors, and who was made its reviewer.</param>
    public static IEnumerable<Entitlement> OfDraft(
        Product product, ProductVersion version, IReadOnlyCollection<Guid> authors)
    {
        if (!IsBeforeRelease(product, version))
        {
            return [];
        }

        IEnumerable<Guid> audiences =
        [
            .. authors.Distinct().Select(person => Audience.Author(version.OriginatorId, person)),
            Audience.Supervisors(version.OriginatorId),
        ];
        if (version.SubmittedAt is not null || version.State is not (VersionState.Draft or VersionState.Cancelled))
        {
            audiences = audiences.Append(Audience.PrivacyOfficers(version.OriginatorId));
        }

        return audiences.Select(audience => DraftRight(product, version, audience, expiresAt: null));
    }

    static Entitlement DraftRight(Product product, ProductVersion version, Guid audience, DateTime? expiresAt) => new()
    {
        AudienceId = audience,
        VersionId = version.Id,
        ProductId = product.Id,
        Kind = EntitlementKind.Draft,
        EffectiveAt = version.CreatedAt,
        ExpiresAt = expiresAt,
        Requires = 0,
        IsCurrent = product.CurrentVersionId is null,
    };

    /// <summary>
    /// The rights to one version that open access grants for its product give: those of the center's staff, to one
    /// person, for a time. What is not released an audit opens, too, and an emergency does not. They are part of a
    /// version's rights like the others: whoever replaces these adds them.
    /// </summary>
    /// <param name="product">The product; its current version tells which rights are current.</param>
    /// <param name="version">The version.</param>
    /// <param name="grants">The open grants for this product.</param>
    public static IEnumerable<Entitlement> OfGrants(
        Product product, ProductVersion version, IReadOnlyCollection<OpenGrant> grants) =>
        IsReleased(product, version)
            ? grants.Select(grant => new Entitlement
            {
                AudienceId = grant.Id,
                VersionId = version.Id,
                ProductId = product.Id,
                Kind = EntitlementKind.Grant,
                // Feeds are in this order; when the grant began is the grant's own affair.
                EffectiveAt = version.PublishedAt ?? version.ReleaseAt ?? version.CreatedAt,
                ExpiresAt = grant.ExpiresAt,
                Requires = 0,
                IsCurrent = product.CurrentVersionId == version.Id,
            })
            : grants.Where(grant => grant.Kind == AccessGrantKind.Audit && IsBeforeRelease(product, version))
                .Select(grant => DraftRight(product, version, Audience.Audit(grant.Id), grant.ExpiresAt));

    /// <summary>
    /// Whether release to the public is possible: TLP:CLEAR throughout, no controls, approved, no exercise.
    /// </summary>
    public static bool IsPublic(Product product, ProductVersion version, IReadOnlyCollection<Portion> portions) =>
        version.IsPublicReleaseApproved && CanBePublic(product, portions);

    /// <summary>Whether release to the public could be approved.</summary>
    public static bool CanBePublic(Product product, IReadOnlyCollection<Portion> portions) =>
        !product.IsExercise
        && portions.Count > 0
        && portions.All(portion =>
            portion.Tlp == Tlp.Clear
            && portion.Requires == 0
            && portion.CuiBasic.Length == 0
            && portion.CuiSpecified.Length == 0
            && portion.DisseminationControls.Length == 0
            && portion.Sensitivities.Length == 0
            && portion.LegacyMarkings.Length == 0
            && portion.OriginatorControl == OriginatorControl.None);

    static IEnumerable<(Guid AudienceId, EntitlementKind Kind)> AudiencesOf(
        Product product,
        ProductVersion version,
        IReadOnlyCollection<Portion> portions,
        Audiences publication)
    {
        // The version's narrowest TLP decides on the audience, so that no portion of it travels further than it may.
        var tlp = portions.Max(portion => portion.Tlp);
        var listsOnly = portions.Any(portion =>
            portion.DisseminationControls.Contains(LimitedDisseminationControl.DlOnly));

        // TLP:RED is for named persons: no list, no organization.
        if (tlp == Tlp.Red)
        {
            return listsOnly ? [] : publication.PersonIds.Select(id => (id, EntitlementKind.ExplicitRecipient));
        }

        var audiences = publication.Lists.Select(list => (list.Id, EntitlementKind.List));
        if (listsOnly)
        {
            return audiences;
        }

        // TLP:AMBER reaches an organization's clients where the list extends to them; TLP:AMBER+STRICT does not.
        if (tlp != Tlp.AmberStrict)
        {
            audiences = audiences.Concat(publication.Lists
                .Where(list => list.ClientAudienceId is not null)
                .Select(list => (list.ClientAudienceId!.Value, EntitlementKind.ListClients)));
        }

        audiences = audiences
            .Concat(publication.PersonIds.Select(id => (id, EntitlementKind.ExplicitRecipient)))
            .Concat(publication.OrganizationIds.Select(id => (id, EntitlementKind.ExplicitRecipient)));
        return IsPublic(product, version, portions)
            ? audiences.Append((Audience.Public, EntitlementKind.Public))
            : audiences;
    }

    // A scheduled version that is its product's current one came so, with its embargo, from another system.
    static bool IsReleased(Product product, ProductVersion version) =>
        version.State
            is VersionState.Published
            or VersionState.Superseded
            or VersionState.Recalled
            or VersionState.Expired
        || IsUnderEmbargo(product, version);

    static bool IsBeforeRelease(Product product, ProductVersion version) =>
        !IsUnderEmbargo(product, version)
        && version.State
            is VersionState.Draft
            or VersionState.InReview
            or VersionState.ChangesRequested
            or VersionState.Approved
            or VersionState.Scheduled
            or VersionState.Cancelled;

    static bool IsUnderEmbargo(Product product, ProductVersion version) =>
        version.State == VersionState.Scheduled && product.CurrentVersionId == version.Id;

    /// <summary>The audience of one publication.</summary>
    /// <param name="PublicationId">The publication.</param>
    /// <param name="EffectiveAt">When it takes effect, UTC.</param>
    /// <param name="Lists">The lists it went to.</param>
    /// <param name="PersonIds">The persons it names.</param>
    /// <param name="OrganizationIds">The organizations it names.</param>
    public sealed record Audiences(
        Guid PublicationId,
        DateTime EffectiveAt,
        IReadOnlyCollection<DistributionList> Lists,
        IReadOnlyCollection<Guid> PersonIds,
        IReadOnlyCollection<Guid> OrganizationIds);

    /// <summary>An access grant in force for one product.</summary>
    /// <param name="Id">The grant: the audience.</param>
    /// <param name="Kind">What it is for.</param>
    /// <param name="ExpiresAt">When it is over, UTC.</param>
    public sealed record OpenGrant(Guid Id, AccessGrantKind Kind, DateTime ExpiresAt);
}
