using GraphApi.Engine.TypeSystem.Leaves;

namespace GraphApi.Engine.TypeSystem;

/// <summary>
/// What ties a schema to the code behind it, and the check that the two fit: every field of every object type has a
/// binding, and every binding has its field. Mutable while a schema is built.
/// </summary>
sealed class SchemaBindings
{
    readonly Dictionary<(string Type, string Field), FieldBinding> _fields = [];
    readonly Dictionary<string, Type> _rowTypes = [];
    readonly Dictionary<string, Type> _enums = [];
    readonly List<SchemaError> _twice = [];

    /// <summary>Whether fields may lack a binding, in a schema that is not executed.</summary>
    public bool AllowUnbound { get; set; }

    /// <summary>Binds a field.</summary>
    public void Add(string type, string field, FieldBinding binding)
    {
        if (!_fields.TryAdd((type, field), binding))
        {
            _twice.Add(new SchemaError($"{type}.{field}", "The field is bound twice."));
        }
    }

    /// <summary>Says what the rows of an object type are.</summary>
    public void AddRowType(string type, Type rowType)
    {
        if (!_rowTypes.TryAdd(type, rowType))
        {
            _twice.Add(new SchemaError(type, "The type is bound twice."));
        }
    }

    /// <summary>Says what the values of an enum are.</summary>
    public void AddEnum(string type, Type clrType)
    {
        if (!_enums.TryAdd(type, clrType))
        {
            _twice.Add(new SchemaError(type, "The enum is bound twice."));
        }
    }

    /// <summary>Sets enum values. Done before default values are coerced, which may be of these enums.</summary>
    public void ApplyToEnums(IReadOnlyDictionary<string, NamedType> types, SchemaErrors errors)
    {
        foreach (var (name, clrType) in _enums)
        {
            if (types.GetValueOrDefault(name) is EnumType type)
            {
                EnumBinding.Bind(type, clrType, errors);
            }
            else
            {
                errors.Add(name, $"{clrType.Name} is bound to it, but there is no such enum.");
            }
        }
    }

    /// <summary>Sets bindings and row types, and reports what is left over on either side.</summary>
    /// <param name="types">The types by name.</param>
    /// <param name="subscriptionType">The root of subscriptions; null: there are none.</param>
    /// <param name="errors">Takes what is wrong.</param>
    public void ApplyToObjects(
        IReadOnlyDictionary<string, NamedType> types, NamedType? subscriptionType, SchemaErrors errors)
    {
        foreach (var error in _twice)
        {
            errors.Add(error);
        }

        foreach (var (name, rowType) in _rowTypes)
        {
            if (types.GetValueOrDefault(name) is ObjectType type)
            {
                type.RowType = rowType;
            }
            else
            {
                errors.Add(name, $"{rowType.Name} is bound to it, but there is no such object type.");
            }
        }

        foreach (var ((typeName, fieldName), binding) in _fields)
        {
            if (types.GetValueOrDefault(typeName) is ObjectType type
                && type.FieldsByName.TryGetValue(fieldName, out var field))
            {
                field.Binding = binding;
                CheckValueType(field, errors);
                CheckEventSource(field, type == subscriptionType, errors);
            }
            else
            {
                errors.Add(
                    $"{typeName}.{fieldName}",
                    "It has a binding, but there is no such field of an object type.");
            }
        }

        if (!AllowUnbound)
        {
            ReportUnbound(types.Values, errors);
        }
    }

    // A value of the wrong type is an error of every request, and is better found at the start.
    static void CheckValueType(Field field, SchemaErrors errors)
    {
        if (field is { Type.IsLeaf: true, Binding: ReadBinding { ValueType: var valueType } }
            && ValueWriters.NeverFit(field.Type, valueType))
        {
            errors.Add(field.Coordinate, $"It is bound to values of {valueType}, none of which is a {field.Type}.");
        }
    }

    // The events of a root field come from somewhere, and nothing else has events.
    static void CheckEventSource(Field field, bool isOfSubscription, SchemaErrors errors)
    {
        if (isOfSubscription && field.Binding is not EventSource)
        {
            errors.Add(field.Coordinate, "A field of the subscription root must be bound to a source of events.");
        }
        else if (!isOfSubscription && field.Binding is EventSource)
        {
            errors.Add(field.Coordinate, "Only a field of the subscription root can be bound to a source of events.");
        }
        else if (field.Binding is EventSource { PositionArgument: { } position }
            && (!field.ArgumentsByName.TryGetValue(position, out var argument)
                || argument.Type is not ScalarType { Name: "String" }))
        {
            errors.Add(field.Coordinate, $"Its source needs an argument \"{position}\" of the type String.");
        }
    }

    static void ReportUnbound(IEnumerable<NamedType> types, SchemaErrors errors)
    {
        foreach (var field in types.OfType<ObjectType>().SelectMany(type => type.Fields))
        {
            if (field.Binding is null)
            {
                errors.Add(field.Coordinate, "The field has no binding.", field.Definition);
            }
        }
    }
}
