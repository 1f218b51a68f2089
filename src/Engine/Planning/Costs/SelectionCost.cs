using System.Collections.Immutable;
using GraphApi.Engine.Execution;
using GraphApi.Engine.TypeSystem.Costs;

namespace GraphApi.Engine.Planning.Costs;

/// <summary>What one object of a type costs with what is selected on it: the object itself and its fields.</summary>
sealed class SelectionCost
{
    readonly OperationCost _constant;
    readonly ImmutableArray<FieldCost> _varying;

    /// <summary>Works out what no variable has a say in.</summary>
    /// <param name="plan">The selection.</param>
    /// <param name="parent">The field it is below; null: the root.</param>
    public SelectionCost(SelectionPlan plan, FieldPlan? parent)
    {
        _constant = new OperationCost(0, CostWeights.Of(plan.Type));
        var varying = ImmutableArray.CreateBuilder<FieldCost>(0);
        foreach (var field in plan.Fields)
        {
            if (FieldCost.Plain(field) is { } plain)
            {
                _constant = _constant.Plus(plain);
                continue;
            }

            var cost = new FieldCost(field, parent);
            var evaluation = new CostEvaluation(VariableValues.None);
            var constant = cost.IsConstant ? cost.Evaluate(ref evaluation) : default;

            // An error is told to each request, for what is above may be left out.
            if (cost.IsConstant && evaluation.Error is null)
            {
                _constant = _constant.Plus(constant);
            }
            else
            {
                varying.Add(cost);
            }
        }

        _varying = varying.DrainToImmutable();
    }

    /// <summary>Whether the cost is the same for every request.</summary>
    public bool IsConstant => _varying.IsEmpty;

    /// <summary>The cost in a request.</summary>
    public OperationCost Evaluate(ref CostEvaluation evaluation)
    {
        var cost = _constant;
        foreach (var field in _varying)
        {
            cost = cost.Plus(field.Evaluate(ref evaluation));
        }

        return cost;
    }
}
