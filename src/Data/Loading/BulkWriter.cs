using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace GraphApi.Data.Loading;

/// <summary>Opens the bulk writer that fits a context's database.</summary>
public static class BulkWriter
{
    /// <summary>
    /// A writer on the context's connection and current transaction. The caller commits. Throws where no transaction
    /// is open.
    /// </summary>
    public static IBulkWriter For(DbContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var transaction = context.Database.CurrentTransaction?.GetDbTransaction()
            ?? throw new InvalidOperationException("Open a transaction before writing in bulk.");
        var sql = context.GetService<ISqlGenerationHelper>();
        return transaction switch
        {
            Npgsql.NpgsqlTransaction postgres => new PostgreSqlBulkWriter(postgres.Connection!, sql),
            Microsoft.Data.Sqlite.SqliteTransaction sqlite => new SqliteBulkWriter(sqlite, sql),
            _ => throw new NotSupportedException($"No bulk writer for {transaction.GetType()}."),
        };
    }
}
