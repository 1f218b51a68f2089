using GraphApi.Data.Databases;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Planning;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Data.Steps;

/// <summary>A step that reads the database through the session of the request.</summary>
abstract class DataStep : Step
{
    /// <inheritdoc/>
    public sealed override async ValueTask<object?[]> ExecuteAsync(
        RequestContext context,
        ArgumentValues arguments,
        ReadOnlyMemory<object> parents,
        CancellationToken cancellationToken)
    {
        try
        {
            Begin(context, arguments);
            var db = await context.GetSession<DataSession>().GetContextAsync(cancellationToken);
            var read = await ReadAsync(db, arguments, parents, cancellationToken);
            End(context, arguments, read);
            return read;
        }
        catch (Exception problem) when (SqlState.IsKnown(problem, cancellationToken))
        {
            throw SqlState.ToException(problem, cancellationToken);
        }
    }

    /// <summary>Called before anything is read.</summary>
    protected virtual void Begin(RequestContext context, ArgumentValues arguments)
    {
    }

    /// <summary>Called with what was read.</summary>
    protected virtual void End(RequestContext context, ArgumentValues arguments, object?[] read)
    {
    }

    /// <summary>As <see cref="ExecuteAsync"/>, with the context of the request.</summary>
    protected abstract ValueTask<object?[]> ReadAsync(
        DbContext db,
        ArgumentValues arguments,
        ReadOnlyMemory<object> parents,
        CancellationToken cancellationToken);
}
