using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace GraphApi.Data.Loading;

/// <summary>
/// Writes rows with one prepared insert for each table. SQLite works in this process, so a statement for many rows
/// would save nothing but the step between them.
/// </summary>
sealed class SqliteBulkWriter(SqliteTransaction transaction, ISqlGenerationHelper sql) : IBulkWriter
{
    readonly Dictionary<IEntityType, BulkTable> _tables = [];

    /// <inheritdoc/>
    public async Task WriteAsync(
        IEntityType entityType,
        IReadOnlyCollection<object> rows,
        CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return;
        }

        if (!_tables.TryGetValue(entityType, out var table))
        {
            _tables[entityType] = table = new BulkTable(entityType);
        }

        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        var names = table.Columns.Select((_, index) => "@p" + index).ToArray();
        command.CommandText =
            $"INSERT INTO {sql.DelimitIdentifier(table.Name)} ({table.ColumnList(sql)}) "
            + $"VALUES ({string.Join(", ", names)})";
        var parameters = new DbParameter[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            parameters[i] = command.CreateParameter();
            parameters[i].ParameterName = names[i];
            command.Parameters.Add(parameters[i]);
        }

        await command.PrepareAsync(cancellationToken);
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var i = 0; i < parameters.Length; i++)
            {
                parameters[i].Value = table.Columns[i].ValueOf(row) ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
