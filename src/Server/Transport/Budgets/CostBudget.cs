using GraphApi.Engine;
using GraphApi.Engine.Errors;
using GraphApi.Server.Configuration;

namespace GraphApi.Server.Transport.Budgets;

/// <summary>
/// What each caller may spend a minute on operations, in field cost. It is this node's alone. Mutable; thread-safe.
/// </summary>
/// <param name="perMinute">The whole budget of a caller.</param>
/// <param name="time">The clock by which budgets refill.</param>
sealed class CostBudget(int perMinute, TimeProvider time)
{
    const int MostSpenders = 50_000;

    // Apart, so that no flood of addresses takes the room of those who have signed in.
    readonly CostBuckets _principals = new(perMinute, MostSpenders, time);
    readonly CostBuckets _networks = new(perMinute, MostSpenders, time);

    /// <summary>How many callers have something to refill, at most.</summary>
    public int Spenders => _principals.Count + _networks.Count;

    /// <summary>The budget as configured; null: there is none.</summary>
    public static CostBudget? Create(CostOptions options, TimeProvider time) =>
        options.BudgetPerMinute == 0 ? null : new CostBudget(options.BudgetPerMinute, time);

    /// <summary>
    /// Takes the cost of an operation; returns what the caller is told where his budget does not allow it, else null.
    /// </summary>
    /// <param name="spender">Whose budget it is.</param>
    /// <param name="cost">The cost.</param>
    /// <param name="paid">How much of it is taken already; a later try has to have that again.</param>
    public GraphQLError? Spend(Spender spender, OperationCost cost, double paid = 0)
    {
        var buckets = spender.IsAnonymous ? _networks : _principals;
        var wait = buckets.Take(spender, Math.Max(0, cost.FieldCost - paid));
        if (wait == TimeSpan.Zero)
        {
            return null;
        }

        var seconds = (int)Math.Ceiling((wait + TimeSpan.FromMinutes(paid / perMinute)).TotalSeconds);
        return new GraphQLError(
            $"The budget for costs is spent. Wait {seconds} seconds, or ask for less.", ErrorCode.BudgetExceeded)
        {
            Extensions = new Dictionary<string, object?>
            {
                ["cost"] = cost.FieldCost,
                ["budget"] = perMinute,
                ["retryAfterSeconds"] = seconds,
            },
        };
    }
}
