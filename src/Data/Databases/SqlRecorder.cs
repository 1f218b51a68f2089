using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace GraphApi.Data.Databases;

/// <summary>
/// Keeps the text of every statement, without values, in the order in which they ran: for tests and for explaining a
/// plan. Mutable and thread-safe. Pass it as one of <see cref="DatabaseOptions.Interceptors"/>.
/// </summary>
public sealed class SqlRecorder : DbCommandInterceptor
{
    readonly ConcurrentQueue<string> _statements = new();

    /// <summary>The statements since the last <see cref="Clear"/>.</summary>
    public IReadOnlyList<string> Statements => [.. _statements];

    /// <summary>Forgets the statements.</summary>
    public void Clear() => _statements.Clear();

    /// <inheritdoc/>
    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result)
    {
        Record(command);
        return result;
    }

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
    {
        Record(command);
        return new ValueTask<InterceptionResult<DbDataReader>>(result);
    }

    void Record(DbCommand command) => _statements.Enqueue(command.CommandText.ReplaceLineEndings("\n"));
}
