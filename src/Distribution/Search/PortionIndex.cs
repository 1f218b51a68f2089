using GraphApi.Data.Databases;
using GraphApi.Data.Searching;
using GraphApi.Distribution.Products;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Search;

/// <summary>
/// Finds portions by their words. The databases index them differently (migration 0005): <see cref="PostgreSqlIndex"/>
/// and <see cref="SqliteIndex"/> are all that knows it.
/// </summary>
abstract class PortionIndex : TextIndex
{
    /// <summary>The index of a database.</summary>
    public static PortionIndex Of(DatabaseProvider provider) => provider is DatabaseProvider.PostgreSql
        ? new PostgreSqlIndex()
        : new SqliteIndex();

    /// <summary>The index of the database that a context reads.</summary>
    public static PortionIndex Of(DistributionContext context) =>
        Of(context.Database.IsNpgsql() ? DatabaseProvider.PostgreSql : DatabaseProvider.Sqlite);

    /// <summary>Those of some portions in which a term is found that the text looks for.</summary>
    public abstract IQueryable<Portion> Having(
        IQueryable<Portion> portions,
        DistributionContext context,
        SearchText text);
}
