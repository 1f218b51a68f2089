using System.Collections.Immutable;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Planning;

/// <summary>
/// How the arguments of a selection come about: coerced once where they hold no variable, else a request.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#CoerceArgumentValues()"/>
public sealed class ArgumentPlan
{
    readonly ImmutableArray<InputValue> _definitions;
    readonly object?[] _values;
    readonly bool[] _given;
    readonly ImmutableArray<(InputValue Definition, ValueNode Value)> _variable;
    readonly GraphQLError? _error;

    ArgumentPlan(ImmutableArray<InputValue> definitions, ImmutableArray<ArgumentNode> nodes)
    {
        _definitions = definitions;
        _values = new object?[definitions.Length];
        _given = new bool[definitions.Length];
        var variable = ImmutableArray.CreateBuilder<(InputValue Definition, ValueNode Value)>();
        foreach (var definition in definitions)
        {
            var value = nodes.FirstOrDefault(node => node.Name.Value == definition.Name)?.Value;
            if (value is not null && HoldsVariable(value))
            {
                variable.Add((definition, value));
            }
            else
            {
                _error ??= SetConstant(definition, value);
            }
        }

        _variable = variable.DrainToImmutable();
        Constant = _variable.IsEmpty && _error is null ? new ArgumentValues(definitions, _values, _given) : null;
    }

    /// <summary>No arguments.</summary>
    internal static ArgumentPlan None { get; } = new([], []);

    /// <summary>The arguments where they depend on no variable; null where they do.</summary>
    public ArgumentValues? Constant { get; }

    /// <summary>
    /// Each argument that has a value or may have one, with what is known of it before there are variables.
    /// </summary>
    internal IEnumerable<PlannedArgument> Planned => _definitions.IsEmpty
        ? []
        : _definitions.Where(definition => _given[definition.Index])
            .Select(definition => new PlannedArgument(definition, _values[definition.Index], Literal: null))
            .Concat(_variable.Select(given => new PlannedArgument(given.Definition, Value: null, given.Value)));

    /// <summary>Plans the arguments of a selection.</summary>
    /// <param name="definitions">The arguments of the field or directive.</param>
    /// <param name="nodes">What the document gives; arguments that are not defined are not looked at.</param>
    internal static ArgumentPlan Create(ImmutableArray<InputValue> definitions, ImmutableArray<ArgumentNode> nodes) =>
        definitions.IsEmpty ? None : new ArgumentPlan(definitions, nodes);

    /// <summary>
    /// The arguments of a request, or why they cannot be had; an error without location is about the field.
    /// </summary>
    internal bool TryCoerce(VariableValues variables, out ArgumentValues arguments, out GraphQLError? error)
    {
        arguments = Constant ?? ArgumentValues.None;
        error = _error;
        if (Constant is not null || error is not null)
        {
            return error is null;
        }

        var values = (object?[])_values.Clone();
        var given = (bool[])_given.Clone();
        foreach (var (definition, value) in _variable)
        {
            error = Coerce(definition, value, variables, values, given);
            if (error is not null)
            {
                return false;
            }
        }

        arguments = new ArgumentValues(_definitions, values, given);
        return true;
    }

    static bool HoldsVariable(ValueNode value)
    {
        switch (value)
        {
            case VariableNode:
                return true;
            case ListValueNode list:
                return list.Values.Any(HoldsVariable);
            case ObjectValueNode node:
                return node.Fields.Any(field => HoldsVariable(field.Value));
            default:
                return false;
        }
    }

    static GraphQLError? Coerce(
        InputValue definition,
        ValueNode value,
        VariableValues variables,
        object?[] values,
        bool[] given)
    {
        var name = definition.Name;
        var type = definition.Type;
        var index = definition.Index;
        if (value is not VariableNode { Name.Value: var variable })
        {
            given[index] = LiteralCoercion.TryCoerce(value, type, variables, out values[index], out _);
            return given[index] ? null : Invalid(definition, value);
        }

        given[index] = variables.TryGet(variable, out values[index]);
        if (given[index])
        {
            return values[index] is null && type.IsNonNull
                ? Error($"Argument \"{name}\" of non-null type \"{type}\" must not be null.", value)
                : null;
        }

        given[index] = definition.DefaultValue is not null;
        values[index] = definition.CoercedDefault;
        return definition.IsRequired
            ? Error(
                $"Argument \"{name}\" of required type \"{type}\" was provided the variable \"${variable}\" "
                + "which was not provided a runtime value.",
                value)
            : null;
    }

    GraphQLError? SetConstant(InputValue definition, ValueNode? value)
    {
        var index = definition.Index;
        if (value is not null)
        {
            _given[index] = LiteralCoercion.TryCoerce(value, definition.Type, null, out _values[index], out _);
            return _given[index] ? null : Invalid(definition, value);
        }

        _given[index] = definition.DefaultValue is not null;
        _values[index] = definition.CoercedDefault;
        return definition.IsRequired
            ? new GraphQLError(
                $"Argument \"{definition.Name}\" of required type \"{definition.Type}\" was not provided.",
                ErrorCode.VariableInvalid)
            : null;
    }

    static GraphQLError Invalid(InputValue definition, ValueNode value) => value is NullValueNode
        ? Error($"Argument \"{definition.Name}\" of non-null type \"{definition.Type}\" must not be null.", value)
        : Error($"Argument \"{definition.Name}\" has invalid value {ValueText.Of(value)}.", value);

    static GraphQLError Error(string message, ValueNode value) =>
        new(message, ErrorCode.VariableInvalid, value.Location);
}
