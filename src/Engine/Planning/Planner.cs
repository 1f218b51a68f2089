using System.Collections.Immutable;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Language;
using GraphApi.Engine.Planning.Inputs;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Planning;

/// <summary>Makes the plan of one operation of a valid document. Mutable: one planner makes one plan.</summary>
sealed class Planner
{
    readonly Schema _schema;
    readonly EngineOptions _options;
    readonly FieldAuthorizer? _authorizer;
    readonly InputUses? _inputs;
    readonly PlanBudget _budget;
    readonly EngineWork? _work;
    readonly HashSet<string> _conditionVariables = [];
    readonly Dictionary<string, FragmentDefinitionNode> _fragments;

    public Planner(
        Schema schema,
        DocumentNode document,
        EngineOptions options,
        FieldAuthorizer? authorizer,
        GuardedInputs? inputs = null,
        EngineWork? work = null)
    {
        _work = work;
        _budget = new PlanBudget(options.MaxPlannedSelections, options.MaxSteps);
        _schema = schema;
        _options = options;
        _authorizer = authorizer;
        _inputs = inputs is null ? null : new InputUses(inputs);
        _fragments = document.Definitions.OfType<FragmentDefinitionNode>().ToDictionary(f => f.Name.Value);
    }

    /// <summary>Selections visited so far.</summary>
    public int Selections => _budget.Selections;

    /// <summary>
    /// Plans an operation. Throws a <see cref="GraphQLException"/> where the plan would be larger than allowed.
    /// </summary>
    public OperationPlan Plan(OperationDefinitionNode operation)
    {
        try
        {
            return PlanWithin(operation);
        }
        finally
        {
            _work?.Add(selections: _budget.Selections, steps: _budget.Steps);
        }
    }

    OperationPlan PlanWithin(OperationDefinitionNode operation)
    {
        var root = operation.Operation switch
        {
            OperationType.Query => _schema.QueryType,
            OperationType.Mutation => _schema.MutationType!,
            _ => _schema.SubscriptionType!,
        };
        var collector = new SelectionCollector(_schema, _fragments, _budget);
        var selection = Plan(root, [new(operation.SelectionSet, Conjunction.Always)], collector);
        var introspects = selection.Fields.Any(
            f => f.Field == _schema.Introspection.Schema || f.Field == _schema.Introspection.Type);
        var variables = VariablePlan.Create(_schema, operation, _options);
        return new OperationPlan(operation, variables, selection, introspects, [.. _conditionVariables])
        {
            InputUses = _inputs?.ToImmutable() ?? [],
            PositionVariable = Planning.PositionVariable.Find(selection, _conditionVariables),
        };
    }

    SelectionPlan Plan(ObjectType type, IReadOnlyList<SelectionCollector.Source> sources, SelectionCollector collector)
    {
        var groups = collector.Collect(type, sources);
        var fields = ImmutableArray.CreateBuilder<FieldPlan>(groups.Count);
        for (var i = 0; i < groups.Count; i++)
        {
            fields.Add(Plan(type, groups[i], collector));
        }

        return new SelectionPlan(type, fields.MoveToImmutable());
    }

    FieldPlan Plan(ObjectType type, FieldGroup group, SelectionCollector collector)
    {
        var field = _schema.FindField(type, group.First.Name.Value)!;
        var plan = new FieldPlan(group.First.ResponseKey, field, group.First.Location)
        {
            Arguments = ArgumentPlan.Create(field.Arguments, group.First.Arguments),
            Condition = group.Inclusion(_conditionVariables),
            IsGuarded = _authorizer?.Guards(field) ?? false,
            HasRowGuard = _authorizer?.GuardsRows(field) ?? false,
        };

        _inputs?.Enter(plan.Condition, field.Arguments, group.First.Arguments);

        // The level below first: a step looks down to see what it has to read.
        if (!field.Type.IsLeaf)
        {
            var below = SelectionCollector.Below(group);
            var types = _schema.GetPossibleTypes(field.Type.Named);
            var selections = ImmutableArray.CreateBuilder<SelectionPlan>(types.Length);
            foreach (var possible in types)
            {
                selections.Add(Plan(possible, below, collector));
            }

            plan.Selections = selections.MoveToImmutable();
        }

        _inputs?.Leave();
        switch (field.Binding)
        {
            case null:
                plan.TypeName = type.EncodedName;
                break;
            case StepBinding binding:
                _budget.TakeStep(plan.Location);
                plan.Step = binding.Plan(plan);
                break;
            case EventSource source:
                _budget.TakeStep(plan.Location);
                plan.Step = source.Plan(plan);
                break;
        }

        return plan;
    }
}
