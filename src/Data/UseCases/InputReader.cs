using System.Reflection;
using GraphApi.Engine.Execution;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Data.UseCases;

/// <summary>
/// Makes a record of a coerced input object: a parameter of its constructor a field, by name. A field that is absent or
/// null is the default of its parameter; of an <see cref="Optional{T}"/> the two differ. An input object within is a
/// record again, a list an array.
/// </summary>
sealed class InputReader
{
    readonly ConstructorInvoker _constructor;
    readonly InputValue[] _fields;
    readonly Func<object, object>[] _converters;
    readonly Func<object?, object>?[] _wrappers;

    /// <summary>Throws with what does not fit where the record and the input type differ.</summary>
    public InputReader(InputObjectType type, Type record)
    {
        var constructor = record.GetConstructors().Single();
        var parameters = constructor.GetParameters();
        var missing = type.Fields.Select(field => field.Name)
            .Except(parameters.Select(parameter => parameter.Name!), StringComparer.OrdinalIgnoreCase);
        if (missing.FirstOrDefault() is { } unread)
        {
            throw Misfit(type.Name, unread, record, "has no parameter for it");
        }

        _constructor = ConstructorInvoker.Create(constructor);
        _fields = [.. parameters.Select(parameter => FieldOf(type, parameter, record))];
        _wrappers = [.. parameters.Select(WrapperOf)];
        _converters = [.. parameters.Select((parameter, i) => ConverterOf(_fields[i], parameter, record))];
    }

    /// <summary>The record.</summary>
    public object Read(InputObject input)
    {
        var values = new object?[_fields.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var isGiven = input.TryGet(_fields[i], out var value);
            var read = value is null ? null : _converters[i](value);
            values[i] = isGiven && _wrappers[i] is { } wrap ? wrap(read) : read;
        }

        return _constructor.Invoke(values.AsSpan());
    }

    static InputValue FieldOf(InputObjectType type, ParameterInfo parameter, Type record) =>
        type.Fields.FirstOrDefault(field =>
            string.Equals(field.Name, parameter.Name, StringComparison.OrdinalIgnoreCase))
        ?? throw Misfit(type.Name, parameter.Name!, record, "has a parameter that is no field");

    static Func<object, object> ConverterOf(InputValue field, ParameterInfo parameter, Type record)
    {
        var optional = OptionalOf(parameter.ParameterType);
        var isNullable = optional is not null
            || new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;
        if (field.Type.IsNonNull == isNullable && field.DefaultValue is null)
        {
            throw Misfit(field.Coordinate, parameter.Name!, record, isNullable ? "lets it be null" : "needs a value");
        }

        return ConverterOf(field.Type, optional ?? parameter.ParameterType)
            ?? throw Misfit(field.Coordinate, parameter.Name!, record, $"has {parameter.ParameterType.Name} for it");
    }

    /// <summary>The type within an <see cref="Optional{T}"/>; null: it is none.</summary>
    static Type? OptionalOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>)
            ? type.GetGenericArguments()[0]
            : null;

    static Func<object?, object>? WrapperOf(ParameterInfo parameter)
    {
        if (OptionalOf(parameter.ParameterType) is null)
        {
            return null;
        }

        var constructor = ConstructorInvoker.Create(parameter.ParameterType.GetConstructors().Single());
        return value => constructor.Invoke(true, value);
    }

    /// <summary>Turns a value that is not null into one of the target's type; null: it cannot be.</summary>
    static Func<object, object>? ConverterOf(GraphQLType type, Type target)
    {
        target = Nullable.GetUnderlyingType(target) ?? target;
        switch (type.Nullable)
        {
            case ListType list when target.GetElementType() is { } item && ConverterOf(list.OfType, item) is { } one:
                return value => ToArray((object?[])value, item, one);
            case InputObjectType input:
                var reader = new InputReader(input, target);
                return value => reader.Read((InputObject)value);
            case EnumType values when values.ClrType == target:
            case ScalarType scalar when scalar.Coercion.ClrType == target:
                return value => value;
            default:
                return null;
        }
    }

    static Array ToArray(object?[] values, Type item, Func<object, object> convert)
    {
        var array = Array.CreateInstance(item, values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            array.SetValue(values[i] is { } value ? convert(value) : null, i);
        }

        return array;
    }

    static InvalidOperationException Misfit(string input, string member, Type record, string problem) =>
        new($"{input} ({member}) does not fit {record.Name}, which {problem}.");
}
