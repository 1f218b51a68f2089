using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphApi.Data.Loading;

/// <summary>
/// Writes many rows of mapped entities at once, inside the transaction it was opened with: <c>COPY</c> on
/// PostgreSQL, one prepared insert on SQLite. Columns and conversions are the EF Core model's, so a bulk row reads
/// back as if EF had saved it.
/// </summary>
public interface IBulkWriter
{
    /// <summary>
    /// Inserts the rows, all of them of the entity type. Constraints answer as they would for single inserts; on
    /// PostgreSQL they answer for the whole batch.
    /// </summary>
    /// <param name="entityType">The mapped type; it maps to one table.</param>
    /// <param name="rows">Instances of it. Navigations are not followed.</param>
    /// <param name="cancellationToken">Stops between two rows.</param>
    Task WriteAsync(IEntityType entityType, IReadOnlyCollection<object> rows, CancellationToken cancellationToken);
}
