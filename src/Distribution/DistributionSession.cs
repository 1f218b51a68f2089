using GraphApi.Data.Databases;
using GraphApi.Distribution.Access;

namespace GraphApi.Distribution;

/// <summary>What the steps of one request have: the viewer, and the database as this viewer may see it.</summary>
sealed class DistributionSession(Database<DistributionContext> database, Viewer viewer)
    : DataSession<DistributionContext>(database)
{
    /// <summary>Who asks.</summary>
    public Viewer Viewer { get; } = viewer;

    /// <inheritdoc/>
    protected override void Configure(DistributionContext context) => context.Viewer = Viewer;

    /// <inheritdoc/>
    protected override void Reset(DistributionContext context) => context.Viewer = Viewer.Nobody;
}
