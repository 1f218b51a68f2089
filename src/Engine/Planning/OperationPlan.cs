using System.Collections.Immutable;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Language;
using GraphApi.Engine.Planning.Costs;
using GraphApi.Engine.Planning.Inputs;

namespace GraphApi.Engine.Planning;

/// <summary>
/// Everything about an operation that depends only on its document. Immutable; shared by concurrent requests.
/// </summary>
public sealed class OperationPlan
{
    readonly ImmutableArray<string> _conditionVariables;

    internal OperationPlan(
        OperationDefinitionNode operation,
        VariablePlan variables,
        SelectionPlan root,
        bool introspects,
        ImmutableArray<string> conditionVariables)
    {
        _conditionVariables = conditionVariables;
        Name = operation.Name?.Value;
        Operation = operation.Operation;
        Variables = variables;
        Root = root;
        Introspects = introspects;
        Cost = new CostPlan(root);
    }

    /// <summary>The operation's name; null: it has none.</summary>
    public string? Name { get; }

    /// <summary>Query, mutation or subscription.</summary>
    public OperationType Operation { get; }

    /// <summary>How its variables are coerced.</summary>
    internal VariablePlan Variables { get; }

    /// <summary>What is selected on the root type.</summary>
    public SelectionPlan Root { get; }

    /// <summary>Whether <c>__schema</c> or <c>__type</c> is selected.</summary>
    public bool Introspects { get; }

    /// <summary>
    /// The variable of a subscription that only says after which event it begins; null: there is none.
    /// </summary>
    internal string? PositionVariable { get; init; }

    /// <summary>How its cost comes about.</summary>
    internal CostPlan Cost { get; }

    /// <summary>Where inputs are used, or may be, that not every caller may use; nearly always empty.</summary>
    internal ImmutableArray<InputUse> InputUses { get; init; } = [];

    /// <summary>
    /// A variable of <c>@skip</c> or <c>@include</c> that is null although nothing is decided by null: its type allows
    /// it
    /// where it has a default. Null: there is none.
    /// </summary>
    /// <seealso href="https://spec.graphql.org/September2025/#sec-All-Variable-Usages-Are-Allowed"/>
    internal string? FindNullCondition(VariableValues variables)
    {
        foreach (var name in _conditionVariables)
        {
            if (!variables.TryGet(name, out var value) || value is null)
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>The plan as text, a line a field: for operators and for tests.</summary>
    public override string ToString() => PlanPrinter.Print(this);
}
