using GraphApi.Distribution.Access;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Products;

/// <summary>
/// Works out why a viewer sees each of several products: from the rights that open them, which the row rules of
/// <see cref="Entitlement"/> limit to the viewer's own, so that nothing is said of anybody else's.
/// </summary>
static class DeliveryBases
{
    /// <summary>One basis a product, in order.</summary>
    public static async ValueTask<IReadOnlyList<DeliveryBasis>> LoadAsync(
        DistributionSession session,
        IReadOnlyList<Product> products,
        CancellationToken cancellationToken)
    {
        var context = await session.GetTypedContextAsync(cancellationToken);
        var viewer = session.Viewer;
        var ids = products.Select(product => product.Id).Distinct().ToArray();
        var rights = await RightsAsync(context, ids, cancellationToken);
        var terms = viewer.TermIds.Length == 0
            ? Enumerable.Empty<Guid>().ToLookup(id => id, _ => "")
            : await TermsAsync(context, ids, viewer.TermIds, cancellationToken);
        return
        [
            .. products.Select(product => new DeliveryBasis(
                [.. rights[product.Id].Select(right => right.AudienceId).Where(viewer.ListIds.Contains)],
                RuleOf(viewer, rights[product.Id]),
                [.. terms[product.Id].Order(StringComparer.Ordinal)],
                HandlingPolicy.Version,
                viewer.Now)),
        ];
    }

    static async ValueTask<ILookup<Guid, Right>> RightsAsync(
        DistributionContext context,
        Guid[] products,
        CancellationToken cancellationToken)
    {
        var rights = await context.Set<Entitlement>()
            .Where(right => right.IsCurrent && products.Contains(right.ProductId))
            .OrderBy(right => right.AudienceId)
            .Select(right => new Right(right.ProductId, right.AudienceId, right.Kind))
            .ToListAsync(cancellationToken);
        return rights.ToLookup(right => right.ProductId);
    }

    static async ValueTask<ILookup<Guid, string>> TermsAsync(
        DistributionContext context,
        Guid[] products,
        Guid[] terms,
        CancellationToken cancellationToken)
    {
        var sectors = context.Set<ProductSector>()
            .Where(link => products.Contains(link.ProductId) && terms.Contains(link.SectorId))
            .Select(link => new { link.ProductId, link.Sector.Code });
        var disciplines = context.Set<ProductDiscipline>()
            .Where(link => products.Contains(link.ProductId) && terms.Contains(link.DisciplineId))
            .Select(link => new { link.ProductId, link.Discipline.Code });
        var jurisdictions = context.Set<ProductJurisdiction>()
            .Where(link => products.Contains(link.ProductId) && terms.Contains(link.JurisdictionId))
            .Select(link => new { link.ProductId, Code = link.Jurisdiction.PostalCode });
        var found = await sectors.Concat(disciplines).Concat(jurisdictions).ToListAsync(cancellationToken);
        return found.ToLookup(term => term.ProductId, term => term.Code);
    }

    static DeliveryRule RuleOf(Viewer viewer, IEnumerable<Right> rights) =>
        rights.Select(right => RuleOf(viewer, right)).DefaultIfEmpty(DeliveryRule.PublicRelease).Min();

    static DeliveryRule RuleOf(Viewer viewer, Right right) => right.Kind switch
    {
        EntitlementKind.ExplicitRecipient => DeliveryRule.ExplicitRecipient,
        EntitlementKind.Home or EntitlementKind.Draft => DeliveryRule.HomeCenter,
        EntitlementKind.Grant => DeliveryRule.AccessGrant,
        EntitlementKind.Public => DeliveryRule.PublicRelease,
        _ when viewer.ServiceClientId is not null => DeliveryRule.ClientGrant,
        EntitlementKind.List when viewer.OwnListIds.Contains(right.AudienceId) => DeliveryRule.ListMembership,
        _ => DeliveryRule.OrganizationMembership,
    };

    sealed record Right(Guid ProductId, Guid AudienceId, EntitlementKind Kind);
}
