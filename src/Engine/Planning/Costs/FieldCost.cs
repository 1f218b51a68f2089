using System.Collections.Immutable;
using GraphApi.Engine.TypeSystem.Costs;

namespace GraphApi.Engine.Planning.Costs;

/// <summary>
/// What one selected field costs: its weight and those of its arguments once, and what is below as often as its list is
/// long. Where what is below depends on the type of an object, the dearest type counts.
/// </summary>
/// <seealso href="https://ibm.github.io/graphql-specs/cost-spec.html#sec-Field-Cost"/>
sealed class FieldCost
{
    readonly InclusionCondition? _condition;
    readonly double _weight;
    readonly double _leafWeight;
    readonly ImmutableArray<ArgumentCost> _arguments;
    readonly ImmutableArray<SelectionCost> _below;
    readonly Slicing? _demand;
    readonly Slicing? _list;

    /// <summary>Works out what no variable has a say in.</summary>
    /// <param name="plan">The field.</param>
    /// <param name="parent">The field above; null at the root.</param>
    public FieldCost(FieldPlan plan, FieldPlan? parent)
    {
        var type = plan.Field.Type;
        _condition = plan.Condition;
        _weight = CostWeights.Of(plan.Field);
        var arguments = ImmutableArray.CreateBuilder<ArgumentCost>(0);
        foreach (var argument in plan.Arguments.Planned)
        {
            var cost = new ArgumentCost(argument);
            _weight += cost.Constant ?? 0;
            if (cost.Constant is null)
            {
                arguments.Add(cost);
            }
        }

        _arguments = arguments.DrainToImmutable();
        _demand = Slicing.OfDemand(plan);
        _list = Slicing.OfList(plan, parent);

        // Objects weigh where their type is known, below.
        _leafWeight = type.IsLeaf ? CostWeights.Of(type.Named) : 0;
        IsConstant = _condition is null
            && _arguments.IsEmpty
            && _demand is null or { IsConstant: true }
            && _list is null or { IsConstant: true };
        var below = ImmutableArray.CreateBuilder<SelectionCost>(plan.Selections.Length);
        foreach (var selection in plan.Selections)
        {
            var cost = new SelectionCost(selection, plan);
            IsConstant &= cost.IsConstant;
            below.Add(cost);
        }

        _below = below.MoveToImmutable();
    }

    /// <summary>Whether the cost is the same for every request.</summary>
    public bool IsConstant { get; }

    /// <summary>
    /// The cost of a field that is nothing but its weight, as nearly all leaves are; null: there is more to it.
    /// </summary>
    public static OperationCost? Plain(FieldPlan plan) =>
        plan is { Condition: null, Selections.IsEmpty: true, Field: { Arguments.IsEmpty: true, ListSize: null } field }
        && field.Type.IsLeaf
        && CostWeights.Of(field.Type.Named) == 0
            ? new OperationCost(CostWeights.Of(field), 0).Bounded()
            : null;

    /// <summary>The cost in a request; none where <c>@skip</c> or <c>@include</c> leaves the field out.</summary>
    public OperationCost Evaluate(ref CostEvaluation evaluation)
    {
        if (_condition is not null && !_condition.IsMet(evaluation.Variables))
        {
            return default;
        }

        if (_demand?.Check(evaluation.Variables) is { } error)
        {
            evaluation.Refuse(error);
        }

        var own = _weight;
        foreach (var argument in _arguments)
        {
            own += argument.Evaluate(evaluation.Variables);
        }

        var below = default(OperationCost);
        foreach (var selection in _below)
        {
            below = below.Or(selection.Evaluate(ref evaluation));
        }

        var length = _list?.Length(evaluation.Variables) ?? 1;
        return new OperationCost(own + (below.FieldCost * length), (_leafWeight + below.TypeCost) * length).Bounded();
    }
}
