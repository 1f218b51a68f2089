using GraphApi.Data.UseCases;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.AccessGrants;

/// <summary>
/// Approves an access grant: from now on, and for the time asked for, the grantee reads what it opens. Never by the one
/// who asked for it.
/// </summary>
static class ApproveAccessGrant
{
    /// <summary>Runs it.</summary>
    public static async ValueTask<Outcome> RunAsync(
        UnitOfWork work, AccessGrantDecision input, CancellationToken cancellationToken)
    {
        if (await AccessGrantChange.FindAsync(work, input.Id, cancellationToken) is not { } grant)
        {
            return Outcome.Refused(NotFoundError.Of("access grant"));
        }

        if (Separate(work, grant) is { } refused)
        {
            return Outcome.Refused(refused);
        }

        if (AccessGrantChange.Check(work, grant, AccessGrantStep.Approve, input) is { } problem)
        {
            return Outcome.Refused(problem);
        }

        if (!await work.All<Person>().AnyAsync(
            person => person.Id == grant.GranteeId && person.Status == PrincipalStatus.Active, cancellationToken))
        {
            return Outcome.Refused(new StateConflictError("The person who asked may not act any more."));
        }

        if (await AccessGrantRules.HasPartInAsync(
            work, grant.GranteeId, grant.OriginatorId, grant.ProductId, cancellationToken))
        {
            return Outcome.Refused(new SeparationOfDutyError(
                "The person who asked had a part in what this would open."));
        }

        var (decider, starts) = (work.Viewer.PersonId, work.Now);
        var expires = starts.AddMinutes(grant.Minutes);
        var outcome = await AccessGrantChange.ApplyAsync(
            work,
            grant,
            AccessGrantStep.Approve,
            input.Reason,
            (row, name) => row
                .SetProperty(g => g.DecidedById, decider)
                .SetProperty(g => g.DecidedByName, name)
                .SetProperty(g => g.StartsAt, starts)
                .SetProperty(g => g.ExpiresAt, expires),
            cancellationToken);
        if (outcome.Errors is null && grant.ProductId is { } product)
        {
            await AddRightsAsync(
                work, new EntitlementRules.OpenGrant(grant.Id, grant.Kind, expires), product, cancellationToken);
        }

        return outcome;
    }

    /// <summary>Why the viewer is not the second person for a grant; null: he is.</summary>
    public static object? Separate(UnitOfWork work, AccessGrant grant) =>
        work.Viewer.PersonId == grant.GranteeId
            ? new SeparationOfDutyError("A second person decides, never the one who asked.")
            : AccessGrantRules.MayDecide(work.Viewer, grant)
                ? null
                : new NotPermittedError(
                    "Supervisors, directors and privacy officers of the center decide on an emergency, its director "
                    + "on an audit case, or a second person of the office that asked.");

    static async Task AddRightsAsync(
        UnitOfWork work, EntitlementRules.OpenGrant grant, Guid id, CancellationToken cancellationToken)
    {
        var product = await work.All<Product>().FirstAsync(row => row.Id == id, cancellationToken);
        var versions = await work.All<ProductVersion>()
            .Where(version => version.ProductId == id)
            .ToListAsync(cancellationToken);
        foreach (var right in versions.SelectMany(version => EntitlementRules.OfGrants(product, version, [grant])))
        {
            work.Add(right);
        }
    }
}
