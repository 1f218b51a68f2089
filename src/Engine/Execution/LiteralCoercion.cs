using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Execution;

/// <summary>Input coercion of the values that stand in a document.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Input-Values"/>
static class LiteralCoercion
{
    /// <summary>Coerces a literal to a type.</summary>
    /// <param name="literal">The value as written.</param>
    /// <param name="type">An input type.</param>
    /// <param name="variables">The variables of the request; null where none may stand (defaults, directives of a
    /// schema).</param>
    /// <param name="value">The coerced value; null also where the coercion fails.</param>
    /// <param name="error">What is wrong, for the client.</param>
    /// <returns>Whether the literal is a value of the type.</returns>
    public static bool TryCoerce(
        ValueNode literal,
        GraphQLType type,
        VariableValues? variables,
        out object? value,
        [NotNullWhen(false)] out string? error)
    {
        value = null;
        error = null;
        if (literal is VariableNode variable)
        {
            return TryRead(variable, type, variables, out value, out error);
        }

        if (literal is NullValueNode)
        {
            error = type.IsNonNull ? $"Expected value of type \"{type}\", found null." : null;
            return error is null;
        }

        switch (type.Nullable)
        {
            case ListType list:
                return TryCoerceList(literal, list, variables, out value, out error);
            case InputObjectType input:
                return TryCoerceObject(literal, input, variables, out value, out error);
            case EnumType enumeration:
                return TryCoerceEnum(literal, enumeration, out value, out error);
            case ScalarType scalar:
                return scalar.Coercion.TryParseLiteral(literal, out value, out error);
            default:
                throw new UnreachableException($"{type} is no input type.");
        }
    }

    static bool TryRead(
        VariableNode variable,
        GraphQLType type,
        VariableValues? variables,
        out object? value,
        [NotNullWhen(false)] out string? error)
    {
        value = null;
        error = null;
        var name = variable.Name.Value;
        if (variables is null)
        {
            error = $"Variable \"${name}\" cannot stand here, where the value must be constant.";
        }
        else if (!variables.TryGet(name, out value) && type.IsNonNull)
        {
            error = $"Expected variable \"${name}\" to be provided, because its position has the type \"{type}\".";
        }
        else if (value is null && type.IsNonNull)
        {
            error = $"Expected variable \"${name}\" not to be null, because its position has the type \"{type}\".";
        }

        return error is null;
    }

    static bool TryCoerceList(
        ValueNode literal,
        ListType type,
        VariableValues? variables,
        out object? value,
        [NotNullWhen(false)] out string? error)
    {
        value = null;
        if (literal is not ListValueNode list)
        {
            // A single value stands for a list of it.
            if (!TryCoerce(literal, type.OfType, variables, out var single, out error))
            {
                return false;
            }

            value = new[] { single };
            return true;
        }

        var items = new object?[list.Values.Length];
        for (var i = 0; i < items.Length; i++)
        {
            if (!TryCoerce(list.Values[i], type.OfType, variables, out items[i], out error))
            {
                return false;
            }
        }

        value = items;
        error = null;
        return true;
    }

    static bool TryCoerceObject(
        ValueNode literal,
        InputObjectType type,
        VariableValues? variables,
        out object? value,
        [NotNullWhen(false)] out string? error)
    {
        value = null;
        if (literal is not ObjectValueNode node)
        {
            error = $"Expected value of type \"{type}\", found {ValueText.Of(literal)}.";
            return false;
        }

        var values = new object?[type.Fields.Length];
        var given = new bool[type.Fields.Length];
        foreach (var entry in node.Fields)
        {
            var name = entry.Name.Value;
            if (!type.FieldsByName.TryGetValue(name, out var field))
            {
                error = $"Field \"{name}\" is not defined by type \"{type}\".";
                return false;
            }

            if (given[field.Index])
            {
                error = $"There can be only one input field named \"{name}\".";
                return false;
            }

            // A variable without a value leaves its field out, except where the field is all there may be.
            if (entry.Value is VariableNode variable
                && variables is not null
                && !type.IsOneOf
                && !variables.TryGet(variable.Name.Value, out _))
            {
                continue;
            }

            if (!TryCoerce(entry.Value, field.Type, variables, out values[field.Index], out error))
            {
                return false;
            }

            given[field.Index] = true;
        }

        return InputObjectCompletion.TryComplete(type, values, given, out value, out error);
    }

    static bool TryCoerceEnum(
        ValueNode literal,
        EnumType type,
        out object? value,
        [NotNullWhen(false)] out string? error)
    {
        if (literal is not EnumValueNode name)
        {
            value = null;
            error = $"Enum \"{type}\" cannot represent non-enum value: {ValueText.Of(literal)}.";
            return false;
        }

        if (type.ValuesByName.TryGetValue(name.Value, out var member))
        {
            value = member.Value;
            error = null;
            return true;
        }

        value = null;
        error = $"Value \"{name.Value}\" does not exist in \"{type}\" enum.";
        return false;
    }
}
