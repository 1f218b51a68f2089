namespace GraphApi.Server.Health;

/// <summary>Whether the database answers and has all migrations and reference rows.</summary>
delegate Task<bool> ReadinessProbe(CancellationToken cancellationToken);
