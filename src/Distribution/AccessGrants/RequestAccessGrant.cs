using GraphApi.Data.Bindings;
using GraphApi.Data.UseCases;
using GraphApi.Distribution.Centers;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.AccessGrants;

/// <summary>
/// Asks for an access grant. It opens nothing until a second person approves it. Administrators ask in an emergency,
/// auditors for an audit case; nobody for what he had a part in himself.
/// </summary>
static class RequestAccessGrant
{
    /// <summary>What it takes.</summary>
    public sealed record Input(AccessGrantKind Kind, AccessGrantScopeInput Scope, string Reason, int Minutes);

    /// <summary>Runs it.</summary>
    public static async ValueTask<Outcome> RunAsync(
        UnitOfWork work, Input input, CancellationToken cancellationToken)
    {
        if (work.Viewer.PersonId is not { } grantee || !AccessGrantRules.MayRequest(work.Viewer, input.Kind))
        {
            return Outcome.Refused(new NotPermittedError(
                "Administrators ask to break glass in an emergency, auditors to open an audit case."));
        }

        if (Check(input, work.Options) is { } invalid)
        {
            return Outcome.Refused(invalid);
        }

        if (await FindScopeAsync(work, input.Scope, cancellationToken) is not var (originator, product))
        {
            return Outcome.Refused(NotFoundError.Of(input.Scope.Product is null ? "center" : "product"));
        }

        if (await AccessGrantRules.HasPartInAsync(work, grantee, originator, product, cancellationToken))
        {
            return Outcome.Refused(new SeparationOfDutyError(
                "You had a part in what this would open: somebody else has to ask for it."));
        }

        if (await IsAskedForAsync(work, grantee, originator, product, cancellationToken))
        {
            return Outcome.Refused(new StateConflictError(
                "You have a grant for this already, open or waiting for a decision. End it first."));
        }

        var name = await work.ActorNameAsync(cancellationToken);
        var grant = new AccessGrant
        {
            Id = Guid.NewGuid(),
            Kind = input.Kind,
            State = AccessGrantState.Requested,
            GranteeId = grantee,
            GranteeName = name,
            OriginatorId = originator,
            ProductId = product,
            Reason = input.Reason.Trim(),
            Minutes = input.Minutes,
            RequestedAt = work.Now,
            ExpiresAt = work.Now + AccessGrant.RequestLifetime,
            CreatedAt = work.Now,
            UpdatedAt = work.Now,
        };
        work.Add(grant);
        work.Add(AccessGrantChange.EventOf(work, grant.Id, AccessGrantStep.Request, 1, name, grant.Reason));
        return Outcome.Done(grant.Id);
    }

    static InvalidInputError? Check(Input input, DistributionOptions options)
    {
        var isBreakGlass = input.Kind == AccessGrantKind.BreakGlass;
        var longest = isBreakGlass ? AccessGrant.LongestBreakGlass : options.LongestAudit;
        if (isBreakGlass && input.Scope.Product is null)
        {
            return new InvalidInputError("scope", "An emergency opens one product, never a whole center.");
        }

        return input.Minutes < 1 || input.Minutes > longest.TotalMinutes
            ? new InvalidInputError("minutes", $"It lasts 1 to {longest.TotalMinutes:0} minutes.")
            : ReasonText.Check(input.Reason);
    }

    static async Task<(Guid Originator, Guid? Product)?> FindScopeAsync(
        UnitOfWork work, AccessGrantScopeInput scope, CancellationToken cancellationToken)
    {
        if (NodeIds.KeyOf(scope.Product, nameof(Product)) is { } wanted)
        {
            var found = await work.All<Product>().Where(product => product.Id == wanted)
                .Select(product => new { product.Id, product.OriginatorId })
                .FirstOrDefaultAsync(cancellationToken);
            return found is null ? null : (found.OriginatorId, found.Id);
        }

        return NodeIds.KeyOf(scope.Center, nameof(FusionCenter)) is { } center
            && await work.Visible<FusionCenter>().AnyAsync(row => row.Id == center, cancellationToken)
            ? (center, null)
            : null;
    }

    static Task<bool> IsAskedForAsync(
        UnitOfWork work, Guid grantee, Guid originator, Guid? product, CancellationToken cancellationToken)
    {
        var now = work.Now;
        return work.All<AccessGrant>().AnyAsync(
            grant => grant.GranteeId == grantee
                && grant.OriginatorId == originator
                && grant.ProductId == product
                && (grant.State == AccessGrantState.Requested || grant.State == AccessGrantState.Open)
                && grant.ExpiresAt > now,
            cancellationToken);
    }
}
