using System.Diagnostics;
using System.Reflection;

namespace GraphApi.Data.Databases;

/// <summary>
/// A key of a list that a statement is given, as a row: what children are joined to, one parent a row. It has no table;
/// on PostgreSQL it is what <c>unnest</c> makes of an array.
/// </summary>
/// <seealso href="https://www.postgresql.org/docs/15/functions-array.html"/>
sealed class KeyRow
{
    /// <summary>
    /// The name of the function; also, by its first letter, EF's alias of it and so the name of its column.
    /// </summary>
    public const string Function = "unnest";

    /// <summary><see cref="Of"/>.</summary>
    public static readonly MethodInfo OfMethod = typeof(KeyRow).GetMethod(nameof(Of))!;

    /// <summary>The key.</summary>
    public Guid? Key { get; init; }

    /// <summary>The function, as the model knows it. Only for expressions of queries.</summary>
    public static IQueryable<KeyRow> Of(Guid[] keys) =>
        throw new UnreachableException($"{keys.Length} keys were not translated.");
}
