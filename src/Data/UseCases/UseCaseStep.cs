using GraphApi.Data.Databases;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Planning;

namespace GraphApi.Data.UseCases;

/// <summary>
/// A mutation: the input becomes a record, the use case runs, and its outcome is the row of the payload. What is
/// selected below is read by the steps that read it in a query, through the same row rules.
/// </summary>
sealed class UseCaseStep<TSession, TInput>(
    string coordinate,
    string responseKey,
    InputReader input,
    Func<TSession, TInput, CancellationToken, ValueTask<Outcome>> run) : Step
    where TSession : class
{
    public override async ValueTask<object?[]> ExecuteAsync(
        RequestContext context,
        ArgumentValues arguments,
        ReadOnlyMemory<object> parents,
        CancellationToken cancellationToken)
    {
        var read = (TInput)input.Read(arguments.Get<InputObject>("input")!);
        if (context.Session is IRepeatableSession session)
        {
            session.Field = context.IdempotencyKey is { } key
                ? new RepeatableField(key.Key, key.Fingerprint, responseKey)
                : null;
        }

        try
        {
            return [new Payload(await run(context.GetSession<TSession>(), read, cancellationToken))];
        }
        catch (Exception problem) when (SqlState.IsKnown(problem, cancellationToken))
        {
            throw SqlState.ToException(problem, cancellationToken);
        }
    }

    public override string ToString() => $"UseCase {coordinate}";
}
