using System.Security.Claims;
using GraphApi.Data.Databases;
using GraphApi.Data.UseCases;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.UseCases;

namespace GraphApi.Distribution;

/// <summary>
/// What the steps of one request have: the viewer, and the database as this viewer may see it. Mutable: a use case may
/// change what the viewer may see.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="viewer">Who asks.</param>
/// <param name="writer">Runs use cases; null: a session that only reads.</param>
/// <param name="principal">Whom the viewer was made of; null: anonymous.</param>
sealed class DistributionSession(
    Database<DistributionContext> database,
    Viewer viewer,
    SessionWriter? writer = null,
    ClaimsPrincipal? principal = null)
    : DataSession<DistributionContext>(database)
{
    /// <summary>Who asks.</summary>
    public Viewer Viewer { get; private set; } = viewer;

    /// <summary>
    /// Runs a use case in a transaction of its own. What is read afterwards is read by the viewer as he is then.
    /// </summary>
    public async ValueTask<Outcome> WriteAsync(
        Func<UnitOfWork, CancellationToken, ValueTask<Outcome>> run,
        CancellationToken cancellationToken)
    {
        if (writer is null)
        {
            throw new InvalidOperationException("This session only reads.");
        }

        await ReleaseAsync();
        var outcome = await writer.RunAsync(Viewer, run, cancellationToken);
        Viewer = await writer.ViewerAfterAsync(Viewer, principal, cancellationToken);
        return outcome;
    }

    /// <inheritdoc/>
    protected override void Configure(DistributionContext context) => context.Viewer = Viewer;

    /// <inheritdoc/>
    protected override void Reset(DistributionContext context) => context.Viewer = Viewer.Nobody;
}
