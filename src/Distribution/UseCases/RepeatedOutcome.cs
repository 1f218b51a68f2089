using GraphApi.Data.UseCases;
using GraphApi.Distribution.Access;
using GraphApi.Engine.Errors;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.UseCases;

/// <summary>
/// What became of a mutation that came with an idempotency key, and is told to whoever repeats it. It is written in the
/// transaction of the change, so that there is never one without the other.
/// </summary>
static class RepeatedOutcome
{
    /// <summary>
    /// What became of a field before; null: nothing yet, and nobody else is at it until the transaction ends. Throws a
    /// <see cref="GraphQLException"/> where somebody is at it now, or the key was used for another request.
    /// </summary>
    public static async Task<Outcome?> FindAsync(
        DistributionContext context, Guid principal, RepeatableField field, CancellationToken cancellationToken)
    {
        // SQLite lets one transaction write at a time, from its beginning.
        if (context.Database.IsNpgsql())
        {
            var name = $"{principal} {field.Key}";
            var isMine = await context.Database
                .SqlQuery<bool>($"SELECT pg_try_advisory_xact_lock(hashtextextended({name}, 0)) AS \"Value\"")
                .SingleAsync(cancellationToken);
            if (!isMine)
            {
                throw new GraphQLException(new GraphQLError(
                    "The request with this idempotency key is under way. Ask again in a moment.",
                    ErrorCode.IdempotencyInProgress));
            }
        }

        // Also where the field has another name in the response: the key is of the whole request.
        var (key, path, fingerprint) = (field.Key, field.Path, field.Fingerprint);
        var record = await context.Set<IdempotencyRecord>().IgnoreQueryFilters().AsNoTracking()
            .Where(row => row.PrincipalId == principal
                && row.Key == key
                && (row.Path == path || row.Fingerprint != fingerprint))
            .OrderBy(row => row.Fingerprint == fingerprint)
            .FirstOrDefaultAsync(cancellationToken);
        if (record is null)
        {
            return null;
        }

        if (record.Fingerprint != fingerprint)
        {
            throw new GraphQLException(new GraphQLError(
                "This idempotency key was used for another request. A new request has a new key.",
                ErrorCode.IdempotencyKeyReused));
        }

        return record.OutcomeId is { } id
            ? Outcome.Done(id)
            : Outcome.Refused(RepeatedErrors.Read(record.Errors!));
    }

    /// <summary>The record of what became of a field.</summary>
    public static IdempotencyRecord RecordOf(Guid principal, RepeatableField field, Outcome outcome, DateTime now) =>
        new()
        {
            PrincipalId = principal,
            Key = field.Key,
            Path = field.Path,
            Fingerprint = field.Fingerprint,
            OutcomeId = outcome.Key,
            Errors = outcome.Errors is { } errors ? RepeatedErrors.Write(errors) : null,
            CreatedAt = now,
        };

    /// <summary>Who a viewer's keys belong to; null: nobody who could repeat anything.</summary>
    public static Guid? PrincipalOf(Viewer viewer) => viewer.RecallPersonId ?? viewer.RecallClientId;
}
