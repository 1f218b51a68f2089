namespace GraphApi.Data.Databases;

/// <summary>
/// The two databases. One LINQ path serves both; where they differ there are two implementations of one seam.
/// </summary>
public enum DatabaseProvider
{
    /// <summary>A file beside the server: the embedded default.</summary>
    Sqlite,

    /// <summary>A server: production.</summary>
    PostgreSql,
}
