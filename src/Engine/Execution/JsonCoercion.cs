using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;
using GraphApi.Engine.TypeSystem.Scalars;

namespace GraphApi.Engine.Execution;

/// <summary>
/// Input coercion of the variables of one request, which finds all errors and names the place of each. Mutable: it
/// collects them.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#CoerceVariableValues()"/>
sealed class JsonCoercion
{
    /// <summary>Errors that are reported; one more says that there are more.</summary>
    public const int MaxErrors = 50;

    readonly int _maxValues;
    readonly List<GraphQLError> _errors = [];
    readonly List<(string? Key, int Index)> _path = [];
    string _variable = "";
    Location _location;
    int _values;
    bool _isExceeded;

    /// <summary>Begins the coercion of a request's variables.</summary>
    /// <param name="maxValues">Values looked at, items and fields inside of others included.</param>
    public JsonCoercion(int maxValues)
    {
        _maxValues = maxValues;
    }

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<GraphQLError> Errors => _errors;

    /// <summary>Whether nothing more is to be looked at: there are errors enough, or too many values.</summary>
    bool IsStopped => _isExceeded || _errors.Count > MaxErrors;

    /// <summary>Coerces the value of a variable; null, with errors added, where it does not fit.</summary>
    public object? Coerce(string variable, Location location, JsonElement json, GraphQLType type)
    {
        _variable = variable;
        _location = location;
        _path.Clear();
        return Coerce(json, type);
    }

    /// <summary>Adds an error about a variable as a whole.</summary>
    public void Add(string message, Location location)
    {
        if (_isExceeded)
        {
            return;
        }

        if (_errors.Count < MaxErrors)
        {
            _errors.Add(new GraphQLError(message, ErrorCode.VariableInvalid, location));
        }
        else if (_errors.Count == MaxErrors)
        {
            _errors.Add(new GraphQLError(
                "Too many errors processing variables, error limit reached. Execution aborted.",
                ErrorCode.VariableInvalid));
        }
    }

    object? Coerce(JsonElement json, GraphQLType type)
    {
        if (++_values > _maxValues)
        {
            Exceed();
        }

        if (IsStopped)
        {
            return null;
        }

        if (json.ValueKind == JsonValueKind.Null)
        {
            return type.IsNonNull ? Invalid(json, $"Expected non-nullable type \"{type}\" not to be null.") : null;
        }

        return type.Nullable switch
        {
            ListType list => CoerceList(json, list),
            InputObjectType input => CoerceObject(json, input),
            EnumType enumeration => CoerceEnum(json, enumeration),
            ScalarType scalar => scalar.Coercion.TryParseJson(json, out var value, out var error)
                ? value
                : Invalid(json, error),
            _ => throw new UnreachableException($"{type} is no input type."),
        };
    }

    void Exceed()
    {
        if (_isExceeded)
        {
            return;
        }

        _isExceeded = true;
        _errors.Clear();
        _errors.Add(GraphQLError.OfLimit(
            nameof(EngineOptions.MaxVariableValues),
            $"Variables hold more than {_maxValues} values. Send fewer, in several requests.",
            _location));
    }

    object?[] CoerceList(JsonElement json, ListType type)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            // A single value stands for a list of it.
            return [Coerce(json, type.OfType)];
        }

        var items = new object?[json.GetArrayLength()];
        var index = 0;
        foreach (var item in json.EnumerateArray())
        {
            if (IsStopped)
            {
                break;
            }

            _path.Add((null, index));
            items[index++] = Coerce(item, type.OfType);
            _path.RemoveAt(_path.Count - 1);
        }

        return items;
    }

    object? CoerceObject(JsonElement json, InputObjectType type)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return Invalid(json, $"Expected type \"{type}\" to be an object.");
        }

        var before = _errors.Count;
        var values = new object?[type.Fields.Length];
        var given = new bool[type.Fields.Length];
        foreach (var entry in json.EnumerateObject())
        {
            if (IsStopped)
            {
                return null;
            }

            if (!JsonText.TryGetName(entry, out var name) || !type.FieldsByName.TryGetValue(name, out var field))
            {
                Invalid(json, $"Field \"{name}\" is not defined by type \"{type}\".");
                continue;
            }

            _path.Add((name, 0));
            values[field.Index] = Coerce(entry.Value, field.Type);
            given[field.Index] = true;
            _path.RemoveAt(_path.Count - 1);
        }

        if (_isExceeded || _errors.Count > before)
        {
            return null;
        }

        return InputObjectCompletion.TryComplete(type, values, given, out var value, out var error)
            ? value
            : Invalid(json, error);
    }

    object? CoerceEnum(JsonElement json, EnumType type)
    {
        if (!JsonText.TryGetString(json, out var name))
        {
            return Invalid(json, $"Enum \"{type}\" cannot represent non-string value: {ValueText.Of(json)}.");
        }

        return type.ValuesByName.TryGetValue(name, out var member)
            ? member.Value
            : Invalid(json, $"Value {Printer.Quote(name)} does not exist in \"{type}\" enum.");
    }

    object? Invalid(JsonElement json, string reason)
    {
        var place = _path.Count == 0 ? "" : $" at \"{Place()}\"";
        Add($"Variable \"${_variable}\" got invalid value {ValueText.Of(json)}{place}; {reason}", _location);
        return null;
    }

    string Place()
    {
        var text = new StringBuilder(_variable);
        foreach (var (key, index) in _path)
        {
            _ = key is null
                ? text.Append(CultureInfo.InvariantCulture, $"[{index}]")
                : text.Append('.').Append(key);
        }

        return text.ToString();
    }
}
