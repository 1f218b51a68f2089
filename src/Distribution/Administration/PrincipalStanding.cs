using GraphApi.Data.Bindings;
using GraphApi.Data.UseCases;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Administration;

/// <summary>
/// Suspending and reinstating, whatever the principal: from active to suspended and back, by an administrator, never by
/// the one concerned. Whoever left, was offboarded, revoked or has expired stays so.
/// </summary>
static class PrincipalStanding
{
    /// <summary>Takes the step and records it.</summary>
    public static async ValueTask<Outcome> ChangeAsync(
        UnitOfWork work, PrincipalChange input, AdministrativeAction action, CancellationToken cancellationToken)
    {
        if (!work.Viewer.IsAdministrator)
        {
            return Outcome.Refused(new NotPermittedError("Administrators of the network suspend and reinstate."));
        }

        if (ReasonText.Check(input.Reason) is { } invalid)
        {
            return Outcome.Refused(invalid);
        }

        if (!NodeIds.TryParse(input.Id, out var type, out var id)
            || await FindAsync(work, type, id, cancellationToken) is not { } principal)
        {
            return Outcome.Refused(NotFoundError.Of("principal"));
        }

        if (await IsConcernedAsync(work, type, id, cancellationToken))
        {
            return Outcome.Refused(new SeparationOfDutyError("Another administrator has to do that to you."));
        }

        var isSuspension = action == AdministrativeAction.Suspend;
        var from = isSuspension ? nameof(PrincipalStatus.Active) : nameof(PrincipalStatus.Suspended);
        if (principal.State != from)
        {
            return Outcome.Refused(new StateConflictError(
                isSuspension ? "Only who is active can be suspended." : "Only who is suspended can be reinstated."));
        }

        var changed = principal.Revision == input.Revision
            ? await UpdateAsync(work, type, id, input.Revision, isSuspension, cancellationToken)
            : 0;
        if (changed == 0)
        {
            return Outcome.Refused(RevisionConflictError.Of(Math.Max(principal.Revision, input.Revision + 1)));
        }

        var entry = new AdministrativeEvent
        {
            Id = Guid.NewGuid(),
            Action = action,
            PersonId = type == nameof(Person) ? id : null,
            OrganizationId = type == nameof(Organization) ? id : null,
            ServiceClientId = type == nameof(ServiceClient) ? id : null,
            Revision = input.Revision + 1,
            ActorId = work.Viewer.PersonId!.Value,
            ActorName = await work.ActorNameAsync(cancellationToken),
            Reason = input.Reason.Trim(),
            OccurredAt = work.Now,
        };
        work.Add(entry);
        work.ChangesRights = true;
        return Outcome.Done(entry.Id);
    }

    static async Task<Standing?> FindAsync(
        UnitOfWork work, string type, Guid id, CancellationToken cancellationToken) => type switch
        {
            nameof(Person) => await work.Visible<Person>().Where(row => row.Id == id)
                .Select(row => new Standing($"{row.Status}", row.Revision)).FirstOrDefaultAsync(cancellationToken),
            nameof(Organization) => await work.Visible<Organization>().Where(row => row.Id == id)
                .Select(row => new Standing($"{row.Status}", row.Revision)).FirstOrDefaultAsync(cancellationToken),
            nameof(ServiceClient) => await work.Visible<ServiceClient>().Where(row => row.Id == id)
                .Select(row => new Standing($"{row.State}", row.Revision)).FirstOrDefaultAsync(cancellationToken),
            _ => null,
        };

    /// <summary>Whether it would be done to the administrator himself, or to the organization he belongs to.</summary>
    static async Task<bool> IsConcernedAsync(
        UnitOfWork work, string type, Guid id, CancellationToken cancellationToken) =>
        (type == nameof(Person) && id == work.Viewer.PersonId)
        || (type == nameof(Organization) && await work.All<Person>().AnyAsync(
            person => person.Id == work.Viewer.PersonId && person.OrganizationId == id, cancellationToken));

    static Task<int> UpdateAsync(
        UnitOfWork work, string type, Guid id, int revision, bool isSuspension, CancellationToken cancellationToken)
    {
        var now = work.Now;
        return type switch
        {
            nameof(Person) => work.Visible<Person>().Where(row => row.Id == id && row.Revision == revision)
                .ExecuteUpdateAsync(
                    row => row
                        .SetProperty(p => p.Status, isSuspension ? PrincipalStatus.Suspended : PrincipalStatus.Active)
                        .SetProperty(p => p.Revision, revision + 1)
                        .SetProperty(p => p.UpdatedAt, now),
                    cancellationToken),
            nameof(Organization) => work.Visible<Organization>().Where(row => row.Id == id && row.Revision == revision)
                .ExecuteUpdateAsync(
                    row => row
                        .SetProperty(
                            o => o.Status, isSuspension ? OrganizationStatus.Suspended : OrganizationStatus.Active)
                        .SetProperty(o => o.Revision, revision + 1)
                        .SetProperty(o => o.UpdatedAt, now),
                    cancellationToken),
            _ => work.Visible<ServiceClient>().Where(row => row.Id == id && row.Revision == revision)
                .ExecuteUpdateAsync(
                    row => row
                        .SetProperty(c => c.State, isSuspension ? ClientState.Suspended : ClientState.Active)
                        .SetProperty(c => c.Revision, revision + 1)
                        .SetProperty(c => c.UpdatedAt, now),
                    cancellationToken),
        };
    }

    /// <summary>
    /// Where a principal stands: the names of what stands for active and suspended are the same for all.
    /// </summary>
    sealed record Standing(string State, int Revision);
}
