using GraphApi.Data.Databases;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Planning;

namespace GraphApi.Data.Steps;

/// <summary>A value at the root, loaded by code of one's own.</summary>
sealed class LoadStep<TSession, TValue>(
    string coordinate,
    Func<TSession, ArgumentValues, CancellationToken, ValueTask<TValue?>> load) : Step
    where TSession : class
{
    public override async ValueTask<object?[]> ExecuteAsync(
        RequestContext context,
        ArgumentValues arguments,
        ReadOnlyMemory<object> parents,
        CancellationToken cancellationToken)
    {
        try
        {
            return [await load(context.GetSession<TSession>(), arguments, cancellationToken)];
        }
        catch (Exception problem) when (SqlState.IsKnown(problem, cancellationToken))
        {
            throw SqlState.ToException(problem, cancellationToken);
        }
    }

    public override string ToString() => $"Load {coordinate}";
}
