using GraphApi.Data.Bindings;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.AccessGrants;
using GraphApi.Distribution.AccessRecords;
using GraphApi.Distribution.Lists;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Explanations;

/// <summary>
/// Explains why a principal sees a product or does not, to those who oversee the center that made it. There is no
/// second implementation: the principal becomes a viewer as the resolver makes one, the predicates are those the row
/// rules are made of, and what they come to must be what a query of his would answer.
/// </summary>
static class AccessExplainer
{
    static readonly Func<DistributionContext, Entitlement, bool> IsInAudience = RightRules.IsInAudience.Compile();
    static readonly Func<DistributionContext, Entitlement, bool> MeetsMarking = RightRules.MeetsMarking.Compile();
    static readonly Func<DistributionContext, Entitlement, bool> IsInForce = RightRules.IsInForce.Compile();

    /// <summary>
    /// The explanation; null where the asker does not oversee the product's center, the principal neither works there
    /// nor is its customer, or one of the two is not there: these cannot be told apart.
    /// </summary>
    public static async ValueTask<AccessExplanation?> ExplainAsync(
        DistributionSession session, ArgumentValues arguments, CancellationToken cancellationToken)
    {
        var context = await session.GetTypedContextAsync(cancellationToken);
        var person = NodeIds.KeyOf(arguments.Get<string>("principal"), nameof(Person));
        var client = NodeIds.KeyOf(arguments.Get<string>("principal"), nameof(ServiceClient));
        var product = NodeIds.KeyOf(arguments.Get<string>("product"), nameof(Product));
        var centers = session.Viewer.OversightCenterIds;
        var center = await context.Set<Product>()
            .Where(row => row.Id == product && centers.Contains(row.OriginatorId))
            .Select(row => row.OriginatorId)
            .FirstOrDefaultAsync(cancellationToken);
        if (center == Guid.Empty || !await IsOfCenterAsync(context, person, client, center, cancellationToken))
        {
            return null;
        }

        var id = (person ?? client)!.Value;
        session.NoteRead(RecordSubject.Records(id, versionId: null));
        var isAudit = session.Viewer.Grants.Any(grant =>
            grant.Kind == AccessGrantKind.Audit
            && (grant.ProductId == product || (grant.ProductId is null && grant.OriginatorId == center)));
        var (other, record) = await session.AssumeAsync(id, person is null, cancellationToken);
        await using (other)
        {
            // What is read in two statements may change between them: then it is read again.
            return await ExplainAsync(other, record!, product!.Value, center, isAudit, cancellationToken)
                ?? await ExplainAsync(other, record!, product.Value, center, isAudit, cancellationToken)
                ?? throw new GraphQLException(new GraphQLError(
                    "The rights to the product are being changed. Try again.", ErrorCode.Unavailable));
        }
    }

    /// <summary>
    /// Whether a person works at a center or is a customer of it with his organization, or a machine client belongs to
    /// an organization that is.
    /// </summary>
    static Task<bool> IsOfCenterAsync(
        DistributionContext context, Guid? person, Guid? client, Guid center, CancellationToken cancellationToken)
    {
        // The row rule hides machine clients from overseers: this one is asked for by its id, of a customer.
        var customers = context.Set<OrganizationCenter>().Where(link => link.CenterId == center);
        return person is null
            ? context.Set<ServiceClient>().IgnoreQueryFilters().AnyAsync(
                row => row.Id == client && customers.Any(link => link.OrganizationId == row.OrganizationId),
                cancellationToken)
            : context.Set<Person>().AnyAsync(
                row => row.Id == person
                    && (customers.Any(link => link.OrganizationId == row.OrganizationId)
                        || row.Roles.Any(role => role.CenterId == center
                            && role.StartsOn <= context.Today
                            && (role.EndsOn == null || role.EndsOn > context.Today))),
                cancellationToken);
    }

    /// <summary>The explanation; null where the rights changed while they were read.</summary>
    static async ValueTask<AccessExplanation?> ExplainAsync(
        DistributionSession principal,
        PrincipalRecord record,
        Guid product,
        Guid center,
        bool isAudit,
        CancellationToken cancellationToken)
    {
        var context = await principal.GetTypedContextAsync(cancellationToken);
        var rights = await context.Set<Entitlement>().IgnoreQueryFilters()
            .AsNoTracking()
            .Where(right => right.ProductId == product && right.IsCurrent)
            .OrderBy(right => right.Kind).ThenBy(right => right.AudienceId)
            .ToListAsync(cancellationToken);
        var isVisible = await context.Set<Product>().AnyAsync(row => row.Id == product, cancellationToken);
        if (isVisible != rights.Any(right =>
            IsInAudience(context, right) && MeetsMarking(context, right) && IsInForce(context, right)))
        {
            return null;
        }

        var version = rights.Select(right => right.VersionId).FirstOrDefault();
        var portions = context.Set<Portion>().Where(portion => portion.VersionId == version);
        return new AccessExplanation(
            isVisible,
            [
                .. OfPrincipal(record),
                .. await OfAudiencesAsync(context, rights, center, cancellationToken),
                .. OfTime(context, rights),
                .. OfMarking(context, rights, isAudit),
            ],
            await portions.IgnoreQueryFilters().CountAsync(cancellationToken),
            isVisible ? await portions.CountAsync(cancellationToken) : 0,
            HandlingPolicy.Version,
            principal.Viewer.Now);
    }

    static IEnumerable<AccessPredicate> OfPrincipal(PrincipalRecord record)
    {
        yield return Predicate(
            AccessPredicateKind.PrincipalActive, record.IsActive, "may act", "may not act: suspended, left or expired");
        if (record.OrganizationId is null)
        {
            yield break;
        }

        yield return Predicate(
            AccessPredicateKind.OrganizationActive,
            record.OrganizationIsActive,
            "belongs to an active organization",
            "belongs to an organization that is not active");
        yield return Predicate(
            AccessPredicateKind.AgreementValid,
            record.HasAgreement,
            "belongs to an organization with an agreement in force",
            "belongs to an organization without an agreement in force");
    }

    static async Task<List<AccessPredicate>> OfAudiencesAsync(
        DistributionContext context, List<Entitlement> rights, Guid center, CancellationToken cancellationToken)
    {
        var audiences = rights.Select(right => right.AudienceId).ToArray();
        var lists = await context.Set<DistributionList>().IgnoreQueryFilters()
            .Where(list => list.OwnerId == center
                && (audiences.Contains(list.Id)
                    || (list.ClientAudienceId != null && audiences.Contains(list.ClientAudienceId.Value))))
            .Select(list => new { list.Id, list.ClientAudienceId })
            .ToListAsync(cancellationToken);
        var own = lists.Select(list => list.Id).ToHashSet();
        var ofClients = lists.Where(list => list.ClientAudienceId is not null)
            .ToDictionary(list => list.ClientAudienceId!.Value, list => list.Id);
        List<AccessPredicate> predicates =
        [
            new(
                AccessPredicateKind.Published,
                rights.Any(IsOfRelease),
                rights.Any(IsOfRelease)
                    ? "The product has a released version in force."
                    : "The product has no released version in force."),
        ];
        foreach (var right in rights)
        {
            var isMet = IsInAudience(context, right);
            switch (right.Kind)
            {
                case EntitlementKind.List when own.Contains(right.AudienceId):
                    predicates.Add(Predicate(
                        AccessPredicateKind.ListMembership,
                        isMet,
                        "receives from a list it was published to",
                        "does not receive from a list it was published to") with
                    { ListId = right.AudienceId });
                    break;
                case EntitlementKind.ListClients when ofClients.ContainsKey(right.AudienceId):
                    predicates.Add(Predicate(
                        AccessPredicateKind.ListMembership,
                        isMet,
                        "is a client of a member of a list that is extended to clients",
                        "is no client of a member of a list that is extended to clients") with
                    {
                        ListId = ofClients[right.AudienceId],
                    });
                    break;
                case EntitlementKind.Home:
                    predicates.Add(Predicate(
                        AccessPredicateKind.HomeCenter,
                        isMet,
                        "is on the staff of the center that made it, or audits the center",
                        "is not on the staff of the center that made it"));
                    break;
                case EntitlementKind.Public:
                    predicates.Add(new(
                        AccessPredicateKind.PublicRelease, isMet, "The version was released to the public."));
                    break;
                // Who else was named, or reads by a grant, is not told.
                case EntitlementKind.ExplicitRecipient when isMet:
                    predicates.Add(Predicate(
                        AccessPredicateKind.ExplicitRecipient,
                        isMet,
                        "is named as a recipient, or the organization is",
                        ""));
                    break;
                case EntitlementKind.Grant when isMet:
                    predicates.Add(Predicate(
                        AccessPredicateKind.AccessGrant, isMet, "has an access grant for the product", ""));
                    break;
            }
        }

        // Lists of other centers are counted: which they are, the asker need not know.
        var others = rights
            .Where(right => right.Kind is EntitlementKind.List or EntitlementKind.ListClients
                && !own.Contains(right.AudienceId)
                && !ofClients.ContainsKey(right.AudienceId))
            .ToList();
        if (others.Count > 0)
        {
            var met = others.Count(right => IsInAudience(context, right));
            predicates.Add(new(
                AccessPredicateKind.ListMembership,
                met > 0,
                $"The principal receives by {met} of {others.Count} audiences of lists of other centers."));
        }

        return predicates;
    }

    static bool IsOfRelease(Entitlement right) =>
        right.Kind is not (EntitlementKind.Home or EntitlementKind.Draft);

    static IEnumerable<AccessPredicate> OfTime(DistributionContext context, List<Entitlement> rights)
    {
        if (rights.FirstOrDefault(IsOfRelease) is not { } right)
        {
            yield break;
        }

        yield return new(
            AccessPredicateKind.ReleaseTime,
            right.EffectiveAt <= context.Now,
            $"It is released from {right.EffectiveAt:u} on; before that the center's staff alone see it.");
        yield return new(
            AccessPredicateKind.Validity,
            right.ExpiresAt is null || right.ExpiresAt > context.Now,
            right.ExpiresAt is { } end ? $"It is valid until {end:u}." : "It is valid without an end.");
    }

    static IEnumerable<AccessPredicate> OfMarking(
        DistributionContext context, List<Entitlement> rights, bool isAudit)
    {
        // One version, one marking: all rights ask for the same but those of staff and of grants, which ask nothing.
        var bits = rights.Aggregate(0L, (bits, right) => bits | right.Requires);
        if ((bits & TypeRequirements.All) != 0)
        {
            yield return Predicate(
                AccessPredicateKind.ProductType,
                (bits & TypeRequirements.All & context.Lacks) == 0,
                "may receive products of this type",
                "may not receive products of this type");
        }

        var required = (Requirement)bits;
        var unmet = 0;
        var folded = 0;
        foreach (var (requirement, kind, what) in RequirementTexts.All)
        {
            if (!required.HasFlag(requirement))
            {
                continue;
            }

            var isMet = (context.Lacks & (long)requirement) == 0;
            if (isAudit || kind == AccessPredicateKind.Tlp)
            {
                yield return Predicate(kind, isMet, $"meets {what}", $"does not meet {what}");
                continue;
            }

            folded++;
            unmet += isMet ? 0 : 1;
        }

        // What the records hold of a person is told to an audit alone.
        if (folded > 0)
        {
            yield return Predicate(
                AccessPredicateKind.Marking,
                unmet == 0,
                "meets the other requirements of the marking",
                $"does not meet {unmet} of the {folded} other requirements of the marking");
        }
    }

    static AccessPredicate Predicate(AccessPredicateKind kind, bool isMet, string met, string unmet) =>
        new(kind, isMet, $"The principal {(isMet ? met : unmet)}.");
}
