namespace GraphApi.Data.Migrations;

/// <summary>The database's schema and this program's migrations do not belong together; the message says how.</summary>
public sealed class MigrationException(string message) : Exception(message);
