using System.Linq.Expressions;
using GraphApi.Data.Queries;

namespace GraphApi.Data.Bindings;

/// <summary>A guard and the row it is asked of.</summary>
/// <param name="Depth">How many references lead from the row that is read to that one.</param>
/// <param name="Guard">The guard.</param>
readonly record struct PlacedGuard(int Depth, RowGuard Guard)
{
    /// <summary>Whether all of these hold; null: there are none.</summary>
    /// <param name="guards">The guards.</param>
    /// <param name="rows">The row that is read and those its references lead to, as far as guards stand there.</param>
    /// <param name="builder">Builds the statement.</param>
    public static Expression? AllHold(
        IReadOnlyList<PlacedGuard> guards,
        IReadOnlyList<Expression> rows,
        QueryBuilder builder)
    {
        Expression? all = null;
        foreach (var (depth, guard) in guards)
        {
            all = Filtering.FilterModel.And(all, guard.Holds(rows[depth], builder));
        }

        return all;
    }
}
