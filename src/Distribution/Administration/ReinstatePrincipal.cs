using GraphApi.Data.UseCases;
using GraphApi.Distribution.UseCases;

namespace GraphApi.Distribution.Administration;

/// <summary>Gives back the rights that <see cref="SuspendPrincipal"/> took away.</summary>
static class ReinstatePrincipal
{
    /// <summary>Runs it.</summary>
    public static ValueTask<Outcome> RunAsync(
        UnitOfWork work, PrincipalChange input, CancellationToken cancellationToken) =>
        PrincipalStanding.ChangeAsync(work, input, AdministrativeAction.Reinstate, cancellationToken);
}
