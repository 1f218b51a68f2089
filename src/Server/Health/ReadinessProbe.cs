namespace GraphApi.Server.Health;

/// <summary>Whether the database answers and has all migrations.</summary>
delegate Task<bool> ReadinessProbe(CancellationToken cancellationToken);
