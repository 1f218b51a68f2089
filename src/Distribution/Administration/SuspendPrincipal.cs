using GraphApi.Data.UseCases;
using GraphApi.Distribution.UseCases;

namespace GraphApi.Distribution.Administration;

/// <summary>
/// Takes all rights away from a person, from a machine client, or from all people and machine clients of an
/// organization. On this node it takes effect with the next request, elsewhere within 30 seconds.
/// </summary>
static class SuspendPrincipal
{
    /// <summary>Runs it.</summary>
    public static ValueTask<Outcome> RunAsync(
        UnitOfWork work, PrincipalChange input, CancellationToken cancellationToken) =>
        PrincipalStanding.ChangeAsync(work, input, AdministrativeAction.Suspend, cancellationToken);
}
