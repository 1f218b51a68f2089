using GraphApi.Data.Databases;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Planning;

namespace GraphApi.Data.Steps;

/// <summary>Values loaded by code of one's own, once for the rows of a level.</summary>
sealed class BatchStep<TSession, TEntity, TValue>(
    string coordinate,
    Func<TSession, IReadOnlyList<TEntity>, CancellationToken, ValueTask<IReadOnlyList<TValue>>> load) : Step
    where TSession : DataSession
{
    public override async ValueTask<object?[]> ExecuteAsync(
        RequestContext context,
        ArgumentValues arguments,
        ReadOnlyMemory<object> parents,
        CancellationToken cancellationToken)
    {
        var rows = new TEntity[parents.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = (TEntity)parents.Span[i];
        }

        try
        {
            var values = await load(context.GetSession<TSession>(), rows, cancellationToken);
            return [.. values.Select(v => (object?)v)];
        }
        catch (Exception problem) when (SqlState.IsKnown(problem, cancellationToken))
        {
            throw SqlState.ToException(problem, cancellationToken);
        }
    }

    public override string ToString() => $"Batch {coordinate}";
}
