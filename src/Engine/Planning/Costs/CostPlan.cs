using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;

namespace GraphApi.Engine.Planning.Costs;

/// <summary>
/// How the cost of an operation comes about. All of it that no variable has a say in is summed up once a document; a
/// request adds the rest, without allocating.
/// </summary>
/// <seealso href="https://ibm.github.io/graphql-specs/cost-spec.html#sec-Static-Query-Analysis"/>
sealed class CostPlan
{
    readonly SelectionCost _root;

    public CostPlan(SelectionPlan root)
    {
        _root = new SelectionCost(root, parent: null);
        Constant = _root.IsConstant ? Evaluate(VariableValues.None, out _) : null;
    }

    /// <summary>The cost where it is the same for every request; null where it depends on variables.</summary>
    public OperationCost? Constant { get; }

    /// <summary>The cost of a request.</summary>
    /// <param name="variables">Its variables.</param>
    /// <param name="error">Why there is no cost: a list whose length is not told; null: there is one.</param>
    public OperationCost Evaluate(VariableValues variables, out GraphQLError? error)
    {
        error = null;
        if (Constant is { } constant)
        {
            return constant;
        }

        var evaluation = new CostEvaluation(variables);
        var cost = _root.Evaluate(ref evaluation).Bounded();
        error = evaluation.Error;
        return cost;
    }
}
