using GraphApi.Engine;
using GraphApi.Engine.Errors;

namespace GraphApi.Server.Transport.Budgets;

/// <summary>What one request takes from its caller's budget. Mutable.</summary>
/// <param name="budget">The budget of all callers.</param>
/// <param name="spender">The caller.</param>
sealed class Admission(CostBudget budget, Spender spender)
{
    /// <summary>
    /// What it costs to parse, validate and plan a document, in field cost: as much as a field that is read.
    /// </summary>
    public const double DocumentCost = 10;

    double _paid;

    /// <summary>
    /// Takes the cost of a document that the server does not know, once; returns what the caller is told where his
    /// budget does not allow it, else null.
    /// </summary>
    public GraphQLError? AdmitDocument()
    {
        if (_paid > 0)
        {
            return null;
        }

        var refused = budget.Spend(spender, new OperationCost(DocumentCost, 0));
        _paid = refused is null ? DocumentCost : 0;
        return refused;
    }

    /// <summary>
    /// Takes the cost of an operation, of which that of its document is a part; returns as
    /// <see cref="AdmitDocument"/>.
    /// </summary>
    public GraphQLError? AdmitOperation(OperationCost cost) => budget.Spend(spender, cost, _paid);
}
