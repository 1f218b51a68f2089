using System.Diagnostics;
using GraphApi.Data.Bindings;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;
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
    /// The explanation; null where the asker does not oversee the product's center, may not know the principal, or one
    /// of the two is not there: these cannot be told apart.
    /// </summary>
    public static async ValueTask<AccessExplanation?> ExplainAsync(
        DistributionSession session, ArgumentValues arguments, CancellationToken cancellationToken)
    {
        var context = await session.GetTypedContextAsync(cancellationToken);
        var person = NodeIds.KeyOf(arguments.Get<string>("principal"), nameof(Person));
        var client = NodeIds.KeyOf(arguments.Get<string>("principal"), nameof(ServiceClient));
        var product = NodeIds.KeyOf(arguments.Get<string>("product"), nameof(Product));
        var centers = session.Viewer.OversightCenterIds;
        var isKnown = product is not null
            && await context.Set<Product>().AnyAsync(
                row => row.Id == product && centers.Contains(row.OriginatorId), cancellationToken)
            && (await context.Set<Person>().AnyAsync(row => row.Id == person, cancellationToken)
                || await context.Set<ServiceClient>().AnyAsync(row => row.Id == client, cancellationToken));
        if (!isKnown)
        {
            return null;
        }

        var (other, record) = await session.AssumeAsync((person ?? client)!.Value, person is null, cancellationToken);
        await using (other)
        {
            return await ExplainAsync(other, record!, product!.Value, cancellationToken);
        }
    }

    static async ValueTask<AccessExplanation> ExplainAsync(
        DistributionSession principal, PrincipalRecord record, Guid product, CancellationToken cancellationToken)
    {
        var context = await principal.GetTypedContextAsync(cancellationToken);
        var rights = await context.Set<Entitlement>().IgnoreQueryFilters()
            .Where(right => right.ProductId == product && right.IsCurrent)
            .OrderBy(right => right.Kind).ThenBy(right => right.AudienceId)
            .ToListAsync(cancellationToken);
        var isVisible = await context.Set<Product>().AnyAsync(row => row.Id == product, cancellationToken);
        if (isVisible != rights.Any(right =>
            IsInAudience(context, right) && MeetsMarking(context, right) && IsInForce(context, right)))
        {
            throw new UnreachableException("The predicates do not come to what the row rule decides.");
        }

        var version = rights.Select(right => right.VersionId).FirstOrDefault();
        var portions = context.Set<Portion>().Where(portion => portion.VersionId == version);
        return new AccessExplanation(
            isVisible,
            [
                .. OfPrincipal(record),
                .. await OfAudiencesAsync(context, rights, cancellationToken),
                .. OfTime(context, rights),
                .. OfMarking(context, rights),
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
        DistributionContext context, List<Entitlement> rights, CancellationToken cancellationToken)
    {
        var audiences = rights.Select(right => right.AudienceId).ToArray();
        var ofClients = await context.Set<Lists.DistributionList>().IgnoreQueryFilters()
            .Where(list => list.ClientAudienceId != null && audiences.Contains(list.ClientAudienceId.Value))
            .ToDictionaryAsync(list => list.ClientAudienceId!.Value, list => list.Id, cancellationToken);
        List<AccessPredicate> predicates =
        [
            new(
                AccessPredicateKind.Published,
                rights.Any(right => right.Kind != EntitlementKind.Home),
                rights.Any(right => right.Kind != EntitlementKind.Home)
                    ? "The product has a released version in force."
                    : "The product has no released version in force."),
        ];
        foreach (var right in rights)
        {
            var isMet = IsInAudience(context, right);
            switch (right.Kind)
            {
                case EntitlementKind.List:
                    predicates.Add(Predicate(
                        AccessPredicateKind.ListMembership,
                        isMet,
                        "receives from a list it was published to",
                        "does not receive from a list it was published to") with { ListId = right.AudienceId });
                    break;
                case EntitlementKind.ListClients:
                    predicates.Add(Predicate(
                        AccessPredicateKind.ListMembership,
                        isMet,
                        "is a client of a member of a list that is extended to clients",
                        "is no client of a member of a list that is extended to clients") with
                    {
                        ListId = ofClients.GetValueOrDefault(right.AudienceId),
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

        return predicates;
    }

    static IEnumerable<AccessPredicate> OfTime(DistributionContext context, List<Entitlement> rights)
    {
        if (rights.FirstOrDefault(right => right.Kind != EntitlementKind.Home) is not { } right)
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

    static IEnumerable<AccessPredicate> OfMarking(DistributionContext context, List<Entitlement> rights)
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
        foreach (var (requirement, kind, what) in RequirementTexts.All)
        {
            if (required.HasFlag(requirement))
            {
                var isMet = (context.Lacks & (long)requirement) == 0;
                yield return Predicate(kind, isMet, $"meets {what}", $"does not meet {what}");
            }
        }
    }

    static AccessPredicate Predicate(AccessPredicateKind kind, bool isMet, string met, string unmet) =>
        new(kind, isMet, $"The principal {(isMet ? met : unmet)}.");
}
