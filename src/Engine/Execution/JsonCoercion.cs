using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Introspection;
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

    readonly EngineOptions _options;
    readonly CallerView _caller;
    readonly List<GraphQLError> _errors = [];
    readonly List<(string? Key, int Index)> _path = [];
    string _variable = "";
    Location _location;
    int _values;
    bool _isExceeded;

    /// <summary>Begins the coercion of a request's variables.</summary>
    /// <param name="options">How many values are looked at, and whether messages name what may have been meant.</param>
    /// <param name="caller">What of the schema may be named so. Default: all that clients are shown.</param>
    public JsonCoercion(EngineOptions options, CallerView caller = default)
    {
        _options = options;
        _caller = caller;
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
        if (++_values > _options.MaxVariableValues)
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
            $"Variables hold more than {_options.MaxVariableValues} values. Send fewer, in several requests.",
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
                var suggestion = Suggest(name, _caller.FieldNames(type));
                Invalid(json, $"Field \"{ValueText.Cut(name)}\" is not defined by type \"{type}\".{suggestion}");
                continue;
            }

            _path.Add((name, 0));
            values[field.Index] = Coerce(entry.Value, field.Type);
            given[field.Index] = true;
            _path.RemoveAt(_path.Count - 1);
        }

        if (_isExceeded)
        {
            return null;
        }

        AddDefaults(json, type, values, given);
        if (type.IsOneOf)
        {
            CheckOneOf(json, type, given);
        }

        return _errors.Count > before ? null : new InputObject(type, values, given);
    }

    void AddDefaults(JsonElement json, InputObjectType type, object?[] values, bool[] given)
    {
        foreach (var field in type.Fields)
        {
            if (given[field.Index])
            {
                continue;
            }

            if (field.DefaultValue is not null)
            {
                values[field.Index] = field.CoercedDefault;
                given[field.Index] = true;
            }
            else if (field.IsRequired)
            {
                Invalid(json, $"Field \"{field.Name}\" of required type \"{field.Type}\" was not provided.");
            }
        }
    }

    /// <summary>Of a OneOf input object exactly one field is given, and not null.</summary>
    void CheckOneOf(JsonElement json, InputObjectType type, bool[] given)
    {
        var only = Array.IndexOf(given, true);
        if (only < 0 || Array.LastIndexOf(given, true) != only)
        {
            Invalid(json, $"Exactly one key must be specified for OneOf type \"{type}\".");
        }

        if (only >= 0 && json.GetProperty(type.Fields[only].Name) is { ValueKind: JsonValueKind.Null } value)
        {
            _path.Add((type.Fields[only].Name, 0));
            Invalid(value, $"Field \"{type.Fields[only].Name}\" must be non-null.");
            _path.RemoveAt(_path.Count - 1);
        }
    }

    object? CoerceEnum(JsonElement json, EnumType type)
    {
        if (JsonText.TryGetString(json, out var name))
        {
            return type.ValuesByName.TryGetValue(name, out var member)
                ? member.Value
                : Invalid(
                    json,
                    $"Value \"{ValueText.Cut(name)}\" does not exist in \"{type}\" enum.{SuggestValue(name, type)}");
        }

        var text = ValueText.Of(json);
        return Invalid(
            json,
            $"Enum \"{type}\" cannot represent non-string value: {text}.{SuggestValue(text, type)}");
    }

    string SuggestValue(string name, EnumType type) =>
        Suggest(name, type.Values.Select(known => known.Name), "the enum value");

    string Suggest(string name, IEnumerable<string> known, string? what = null) =>
        _options.Suggestions ? NameSuggestions.For(name, known, what) : string.Empty;

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
