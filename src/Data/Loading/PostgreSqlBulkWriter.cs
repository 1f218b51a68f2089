using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace GraphApi.Data.Loading;

/// <summary>
/// Writes rows with a binary <c>COPY</c>.
/// <seealso href="https://www.postgresql.org/docs/15/sql-copy.html"/>
/// </summary>
sealed class PostgreSqlBulkWriter(NpgsqlConnection connection, ISqlGenerationHelper sql) : IBulkWriter
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

        var copy = $"COPY {sql.DelimitIdentifier(table.Name)} ({table.ColumnList(sql)}) FROM STDIN (FORMAT BINARY)";
        await using var importer = await connection.BeginBinaryImportAsync(copy, cancellationToken);
        var types = table.Columns.Select(column => column.Mapping.StoreTypeNameBase).ToArray();
        foreach (var row in rows)
        {
            await importer.StartRowAsync(cancellationToken);
            for (var i = 0; i < types.Length; i++)
            {
                var value = table.Columns[i].ValueOf(row);
                if (value is null)
                {
                    await importer.WriteNullAsync(cancellationToken);
                }
                else
                {
                    await importer.WriteAsync(value, types[i], cancellationToken);
                }
            }
        }

        await importer.CompleteAsync(cancellationToken);
    }
}
