using System.Collections.Immutable;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Planning.Inputs;

/// <summary>
/// Finds the places of an operation where guarded inputs are used, or may be. What literals say is settled here: only
/// uses, and variables that may hold one, are left for a request. Mutable; follows the planner down and up.
/// </summary>
/// <param name="inputs">What is guarded.</param>
sealed class InputUses(GuardedInputs inputs)
{
    readonly ImmutableArray<InputUse>.Builder _uses = ImmutableArray.CreateBuilder<InputUse>(0);
    readonly Stack<ImmutableArray<InclusionCondition>> _outer = new();
    ImmutableArray<InclusionCondition> _conditions = [];

    /// <summary>Looks at the arguments of a field; until <see cref="Leave"/>, fields are below it.</summary>
    /// <param name="condition">When the field takes part; null: whenever what is above does.</param>
    /// <param name="definitions">The arguments it has.</param>
    /// <param name="arguments">Those it is given.</param>
    public void Enter(
        InclusionCondition? condition,
        ImmutableArray<InputValue> definitions,
        ImmutableArray<ArgumentNode> arguments)
    {
        _outer.Push(_conditions);
        _conditions = condition is null ? _conditions : _conditions.Add(condition);
        foreach (var argument in arguments)
        {
            if (definitions.FirstOrDefault(definition => definition.Name == argument.Name.Value) is { } definition)
            {
                Add(definition, argument.Value, argument.Location);
            }
        }
    }

    /// <summary>Goes up to what is above the field.</summary>
    public void Leave() => _conditions = _outer.Pop();

    /// <summary>What was found, in the order of the document.</summary>
    public ImmutableArray<InputUse> ToImmutable() => _uses.ToImmutable();

    void Add(InputValue input, ValueNode value, Location location)
    {
        var guarded = inputs.IsGuarded(input) ? input : null;
        if (value is VariableNode)
        {
            AddVariable(guarded, value, input.Type);
            return;
        }

        if (guarded is not null)
        {
            _uses.Add(new InputUse(_conditions, location, guarded, Variable: null, Held: null));
        }

        AddHeld(value, input.Type);
    }

    void AddVariable(InputValue? guarded, ValueNode value, GraphQLType type)
    {
        var held = inputs.CanHold(type) ? type : null;
        if (value is VariableNode variable && (guarded is not null || held is not null))
        {
            _uses.Add(new InputUse(_conditions, variable.Location, guarded, variable.Name.Value, held));
        }
    }

    void AddHeld(ValueNode value, GraphQLType type)
    {
        if (!inputs.CanHold(type))
        {
            return;
        }

        switch (value)
        {
            case VariableNode:
                AddVariable(guarded: null, value, type);
                break;
            case ListValueNode list:
                foreach (var item in list.Values)
                {
                    AddHeld(item, (type.Nullable as ListType)?.OfType ?? type);
                }

                break;
            case ObjectValueNode node:
                var fields = ((InputObjectType)type.Named).FieldsByName;
                foreach (var field in node.Fields)
                {
                    Add(fields[field.Name.Value], field.Value, field.Location);
                }

                break;
        }
    }
}
