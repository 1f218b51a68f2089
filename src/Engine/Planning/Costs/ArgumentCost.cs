using GraphApi.Engine.Execution;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;
using GraphApi.Engine.TypeSystem.Costs;

namespace GraphApi.Engine.Planning.Costs;

/// <summary>
/// What an argument costs that has a value: its weight and, of an input object, that of each field that has one, as
/// deep as the value goes. A literal and a variable with the same value cost the same.
/// </summary>
/// <seealso href="https://ibm.github.io/graphql-specs/cost-spec.html#sec-Field-Cost.Example-Argument-Weights"/>
sealed class ArgumentCost(PlannedArgument argument)
{
    /// <summary>The cost where it is the same for every request; null where it depends on variables.</summary>
    public double? Constant { get; } = ConstantOf(argument);

    /// <summary>The cost in a request.</summary>
    public double Evaluate(VariableValues variables) => argument.Literal is { } literal
        ? Of(argument.Definition, literal, leavesOut: true, variables)
        : Constant!.Value;

    static double? ConstantOf(PlannedArgument argument)
    {
        var weight = CostWeights.Of(argument.Definition);
        return (argument.Literal, argument.Definition.Type.Named) switch
        {
            (null, _) => weight + Of(argument.Definition.Type, argument.Value),
            // Whether there is a value makes no difference: most variables are ids, numbers and cursors.
            (_, not InputObjectType) when weight == 0 => 0,
            _ => null,
        };
    }

    // Of an argument or input field with the literal that stands there.
    static double Of(InputValue input, ValueNode literal, bool leavesOut, VariableValues variables)
    {
        if (leavesOut && literal is VariableNode variable && !variables.TryGet(variable.Name.Value, out _))
        {
            return OfDefault(input);
        }

        return CostWeights.Of(input) + Of(input.Type, literal, variables);
    }

    static double OfDefault(InputValue input) =>
        input.DefaultValue is null ? 0 : CostWeights.Of(input) + Of(input.Type, input.CoercedDefault);

    // Of what a literal holds, with the values of its variables.
    static double Of(GraphQLType type, ValueNode literal, VariableValues variables)
    {
        switch (literal)
        {
            case VariableNode variable:
                return variables.TryGet(variable.Name.Value, out var value) ? Of(type, value) : 0;
            case ListValueNode list:
                var items = 0d;
                foreach (var item in list.Values)
                {
                    items += Of(type.Nullable is ListType { OfType: var ofType } ? ofType : type, item, variables);
                }

                return items;
            case ObjectValueNode node when type.Named is InputObjectType input:
                return Of(input, node, variables);
            default:
                return 0;
        }
    }

    static double Of(InputObjectType type, ObjectValueNode node, VariableValues variables)
    {
        var cost = 0d;
        foreach (var field in type.Fields)
        {
            cost += Find(node, field.Name) is { } literal
                ? Of(field, literal, leavesOut: !type.IsOneOf, variables)
                : OfDefault(field);
        }

        return cost;
    }

    static ValueNode? Find(ObjectValueNode node, string name)
    {
        foreach (var field in node.Fields)
        {
            if (field.Name.Value == name)
            {
                return field.Value;
            }
        }

        return null;
    }

    // Of what a coerced value holds.
    static double Of(GraphQLType type, object? value)
    {
        var cost = 0d;
        switch (value)
        {
            case object?[] items when type.Named is InputObjectType:
                foreach (var item in items)
                {
                    cost += Of(type, item);
                }

                break;
            case InputObject input:
                foreach (var field in input.Type.Fields)
                {
                    if (input.TryGet(field, out var inner))
                    {
                        cost += CostWeights.Of(field) + Of(field.Type, inner);
                    }
                }

                break;
        }

        return cost;
    }
}
