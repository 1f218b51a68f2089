using System.Data;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Data.Databases;

/// <summary>
/// What the steps of one request read through: one context and one connection, rented when a step first asks and given
/// back when the session is disposed. Not thread-safe: the steps of a request run one after another.
/// </summary>
public abstract class DataSession : IAsyncDisposable
{
    private protected DataSession()
    {
    }

    /// <summary>
    /// The context with an open connection. Its statements end when <paramref name="cancellationToken"/>, the
    /// request's, is cancelled.
    /// </summary>
    public abstract ValueTask<DbContext> GetContextAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}

/// <summary>A <see cref="DataSession"/> on a model.</summary>
#pragma warning disable MA0048 // the generic twin of DataSession
public abstract class DataSession<TContext>(Database<TContext> database) : DataSession
#pragma warning restore MA0048
    where TContext : DbContext
{
    TContext? _context;
    SqliteInterruption? _interruption;

    /// <summary>
    /// Sets everything on a rented context that its query filters read. A pooled context still holds what the last
    /// request set, so this must leave no property as it finds it.
    /// </summary>
    protected abstract void Configure(TContext context);

    /// <summary>Takes away what <see cref="Configure"/> set, so that a context in the pool can see nothing.</summary>
    protected abstract void Reset(TContext context);

    /// <summary>
    /// The context with an open connection; the same one for the whole request. Its statements end when
    /// <paramref name="cancellationToken"/>, the request's, is cancelled.
    /// </summary>
    public async ValueTask<TContext> GetTypedContextAsync(CancellationToken cancellationToken)
    {
        if (_context is not null)
        {
            return _context;
        }

        var context = database.CreateContext();
        try
        {
            Configure(context);
            await context.Database.OpenConnectionAsync(cancellationToken);
            _interruption = SqliteInterruption.Watch(context.Database.GetDbConnection(), cancellationToken);
            _context = context;
            return context;
        }
        catch (Exception problem) when (SqlState.IsKnown(problem, cancellationToken))
        {
            throw SqlState.ToOpeningException(problem, cancellationToken);
        }
        finally
        {
            if (_context is null)
            {
                await ReturnAsync(context);
            }
        }
    }

    /// <inheritdoc/>
    public sealed override async ValueTask<DbContext> GetContextAsync(CancellationToken cancellationToken) =>
        await GetTypedContextAsync(cancellationToken);

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await ReleaseAsync();
    }

    /// <summary>
    /// Gives the context and its connection back. Who asks for one afterwards gets another, configured anew: so what
    /// was changed meanwhile, the rights of the caller among it, counts.
    /// </summary>
    protected async ValueTask ReleaseAsync()
    {
        if (_context is { } context)
        {
            _context = null;
            _interruption?.Dispose();
            _interruption = null;
            await ReturnAsync(context);
        }
    }

    async ValueTask ReturnAsync(TContext context)
    {
        Reset(context);
        var isBroken = context.Database.GetDbConnection().State != ConnectionState.Open;
        await context.Database.CloseConnectionAsync();
        if (isBroken)
        {
            // Npgsql keeps a half-used command on a connection that broke: no context in the pool must meet that again.
            context.Database.SetDbConnection(database.CreateConnection(), contextOwnsConnection: true);
        }

        await context.DisposeAsync();
    }
}
