using System.Data.Common;
using GraphApi.Data.Databases;
using GraphApi.Engine.Errors;
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
        catch (DbException problem) when (SqlState.ToError(problem) is { } error)
        {
            throw new GraphQLException(error, problem);
        }
        catch (InvalidOperationException problem) when (SqlState.ToError(problem) is { } error)
        {
            // EF wraps what looks transient.
            throw new GraphQLException(error, problem);
        }
    }

    public override string ToString() => $"Load {coordinate}";
}
