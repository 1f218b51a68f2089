using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Introspection;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;
using GraphApi.Engine.TypeSystem.Scalars;

namespace GraphApi.Engine.Planning;

/// <summary>
/// How the variables of an operation come about: their types and coerced defaults, worked out once a document.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#CoerceVariableValues()"/>
sealed class VariablePlan
{
    readonly ImmutableArray<Variable> _variables;
    readonly FrozenDictionary<string, int> _indexes;
    readonly EngineOptions _options;

    VariablePlan(ImmutableArray<Variable> variables, EngineOptions options)
    {
        _options = options;
        _variables = variables;
        _indexes = variables.Select((variable, index) => (variable.Name, index))
            .ToFrozenDictionary(entry => entry.Name, entry => entry.index);
    }

    /// <summary>Plans the variables of an operation that is valid.</summary>
    /// <param name="schema">The schema it is valid against.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="options">How many values a request may have, and whether messages name what may have been
    /// meant.</param>
    public static VariablePlan Create(Schema schema, OperationDefinitionNode operation, EngineOptions options)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(options);
        return new VariablePlan(
            [.. operation.VariableDefinitions.Select(definition => Plan(schema, definition))],
            options);
    }

    /// <summary>
    /// Coerces the variables of a request. Those the operation does not define are not looked at.
    /// </summary>
    /// <param name="variables">A JSON object; undefined or null: none.</param>
    /// <param name="values">The coerced values; none where there are errors.</param>
    /// <param name="errors">All that is wrong, each with the location of its definition; empty: nothing.</param>
    /// <param name="caller">What of the schema errors may suggest. Default: all that clients are shown.</param>
    /// <returns>Whether all variables have values that fit.</returns>
    public bool TryCoerce(
        JsonElement variables,
        out VariableValues values,
        out IReadOnlyList<GraphQLError> errors,
        CallerView caller = default)
    {
        values = VariableValues.None;
        errors = [];
        if (variables.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.Object))
        {
            errors = [new GraphQLError("Variables must be a JSON object.", ErrorCode.VariableInvalid)];
            return false;
        }

        if (_variables.IsEmpty)
        {
            return true;
        }

        var coercion = new JsonCoercion(_options, caller);
        var coerced = new object?[_variables.Length];
        var given = new bool[_variables.Length];
        if (variables.ValueKind == JsonValueKind.Object)
        {
            foreach (var entry in variables.EnumerateObject())
            {
                if (JsonText.TryGetName(entry, out var name) && _indexes.TryGetValue(name, out var index))
                {
                    coerced[index] = Coerce(coercion, _variables[index], entry.Value);
                    given[index] = true;
                }
            }
        }

        AddDefaults(coercion, coerced, given);
        errors = coercion.Errors;
        if (errors.Count > 0)
        {
            return false;
        }

        values = new VariableValues(_indexes, coerced, given);
        return true;
    }

    static Variable Plan(Schema schema, VariableDefinitionNode definition)
    {
        var name = definition.Variable.Name.Value;
        var type = schema.FindType(definition.Type)
            ?? throw new UnreachableException($"The type of ${name} was not validated.");
        object? coercedDefault = null;
        if (definition.DefaultValue is { } literal
            && !LiteralCoercion.TryCoerce(literal, type, variables: null, out coercedDefault, out var error))
        {
            throw new UnreachableException($"The default of ${name} was not validated: {error}");
        }

        return new Variable(name, type, definition.DefaultValue is not null, coercedDefault, definition.Location);
    }

    static object? Coerce(JsonCoercion coercion, Variable variable, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Null || !variable.Type.IsNonNull)
        {
            return coercion.Coerce(variable.Name, variable.Location, json, variable.Type);
        }

        coercion.Add(
            $"Variable \"${variable.Name}\" of non-null type \"{variable.Type}\" must not be null.",
            variable.Location);
        return null;
    }

    void AddDefaults(JsonCoercion coercion, object?[] coerced, bool[] given)
    {
        for (var i = 0; i < given.Length; i++)
        {
            var variable = _variables[i];
            if (given[i])
            {
                continue;
            }

            if (variable.HasDefault)
            {
                coerced[i] = variable.CoercedDefault;
                given[i] = true;
            }
            else if (variable.Type.IsNonNull)
            {
                coercion.Add(
                    $"Variable \"${variable.Name}\" of required type \"{variable.Type}\" was not provided.",
                    variable.Location);
            }
        }
    }

    sealed record Variable(string Name, GraphQLType Type, bool HasDefault, object? CoercedDefault, Location Location);
}
