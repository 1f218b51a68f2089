using GraphApi.Distribution.Lists;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Publishing;

/// <summary>
/// Whether a version may go to its audience: never to nobody, never further than its marking lets it, never on a list
/// that is not for it. Looked at when a release is scheduled, and again when it happens.
/// </summary>
static class AudienceFitness
{
    /// <summary>What a release is refused with that nobody could receive at its moment.</summary>
    public static AudienceError NobodyPresent { get; } = new("Nobody of its audience could receive it now.");

    /// <summary>What stands against it, all of it; empty: nothing.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="product">The product.</param>
    /// <param name="portions">The portions of the version.</param>
    /// <param name="audience">The audience.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<IReadOnlyList<object>> FindProblemsAsync(
        UnitOfWork work,
        Product product,
        IReadOnlyCollection<Portion> portions,
        IntendedAudience audience,
        CancellationToken cancellationToken) =>
    [
        .. ProblemsOf(product, portions, audience),
        .. await AbsentAsync(work.All<Organization>(), work.All<Person>(), work.Now, audience, cancellationToken),
    ];

    /// <summary>
    /// What stands against it by how the version is marked and how lists are kept, whoever is on them and whatever is
    /// known of those who are named; empty: nothing.
    /// </summary>
    /// <param name="product">The product.</param>
    /// <param name="portions">The portions of the version.</param>
    /// <param name="audience">The audience.</param>
    public static IEnumerable<AudienceError> ProblemsOf(
        Product product, IReadOnlyCollection<Portion> portions, IntendedAudience audience) => audience.IsEmpty
        ? [new AudienceError("It is meant for nobody: name a list or a recipient.")]
        : audience.Lists.SelectMany(list => ProblemsOf(list, product, portions))
            .Concat(RecipientProblems(portions, audience));

    static IEnumerable<AudienceError> ProblemsOf(
        DistributionList list, Product product, IReadOnlyCollection<Portion> portions)
    {
        if (list.State != DistributionListState.Active)
        {
            yield return new AudienceError("A list is not in use.", list.Id);
        }

        if (list.ProductTypes.Length > 0 && !list.ProductTypes.Contains(product.Type))
        {
            yield return new AudienceError("A list is not for products of this type.", list.Id);
        }

        var tlp = portions.Count == 0 ? Tlp.Clear : portions.Max(portion => portion.Tlp);
        if (tlp == Tlp.Red)
        {
            yield return new AudienceError("TLP:RED is for named persons, not for a list.", list.Id);
        }
        else if (tlp > list.TlpCeiling)
        {
            yield return new AudienceError(
                $"A list takes up to {MarkingBanner.TextOf(list.TlpCeiling)}, and a portion is "
                + $"{MarkingBanner.TextOf(tlp)}.",
                list.Id);
        }

        foreach (var sensitivity in portions.SelectMany(portion => portion.Sensitivities).Distinct().Order()
            .Except(list.CeilingSensitivities))
        {
            yield return new AudienceError(
                $"A list may not carry {sensitivity.ToString().ToUpperInvariant()}, and a portion does.", list.Id);
        }
    }

    static IEnumerable<AudienceError> RecipientProblems(
        IReadOnlyCollection<Portion> portions, IntendedAudience audience)
    {
        if (portions.Any(portion =>
            portion.DisseminationControls.Contains(LimitedDisseminationControl.DlOnly)))
        {
            const string listsOnly = "What is marked DL ONLY goes to lists alone, not to who is named.";
            return
            [
                .. audience.PersonIds.Select(id => new AudienceError(listsOnly, PersonId: id)),
                .. audience.OrganizationIds.Select(id => new AudienceError(listsOnly, OrganizationId: id)),
            ];
        }

        return portions.Any(portion => portion.Tlp == Tlp.Red)
            ? audience.OrganizationIds.Select(id => new AudienceError(
                "TLP:RED is for named persons, not for an organization.", OrganizationId: id))
            : [];
    }

    /// <summary>Who is named and may receive nothing at all now.</summary>
    /// <param name="known">All organizations.</param>
    /// <param name="everybody">All people.</param>
    /// <param name="now">The moment, UTC.</param>
    /// <param name="audience">The audience.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<IEnumerable<AudienceError>> AbsentAsync(
        IQueryable<Organization> known,
        IQueryable<Person> everybody,
        DateTime now,
        IntendedAudience audience,
        CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(now);
        var (people, organizations) = (audience.PersonIds, audience.OrganizationIds);
        var inForce = known.Where(organization =>
            organization.Status == OrganizationStatus.Active
            && organization.Agreements.Any(agreement =>
                agreement.State == AgreementState.Active
                && agreement.EffectiveOn <= today
                && (agreement.ExpiresOn == null || agreement.ExpiresOn > today)));
        var presentPeople = await everybody
            .Where(person => people.Contains(person.Id)
                && person.Status == PrincipalStatus.Active
                && (person.OrganizationId == null || inForce.Any(row => row.Id == person.OrganizationId)))
            .Select(person => person.Id).ToListAsync(cancellationToken);
        var present = await inForce.Where(organization => organizations.Contains(organization.Id))
            .Select(organization => organization.Id).ToListAsync(cancellationToken);
        const string absent = "A named recipient is not active, or without an agreement that holds.";
        return
        [
            .. people.Except(presentPeople).Select(id => new AudienceError(absent, PersonId: id)),
            .. organizations.Except(present).Select(id => new AudienceError(absent, OrganizationId: id)),
        ];
    }
}
