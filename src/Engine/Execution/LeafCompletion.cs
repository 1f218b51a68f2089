using System.Collections;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Planning;
using GraphApi.Engine.TypeSystem;
using GraphApi.Engine.TypeSystem.Leaves;

namespace GraphApi.Engine.Execution;

/// <summary>
/// Completes the value of a leaf field that is known to be wrong somewhere: each wrong item becomes an error at its
/// path and null, and what may not be null makes the list around it null. Valid values never come here.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#CompleteValue()"/>
sealed class LeafCompletion(FieldErrors errors, FieldPlan field)
{
    /// <summary>The value as it may be written, lists as <c>object?[]</c>; null also where it has to be.</summary>
    /// <param name="type">The type of the value.</param>
    /// <param name="value">The value.</param>
    /// <param name="path">Its place in the response.</param>
    public object? Complete(GraphQLType type, object? value, ResponsePath path)
    {
        // 1.
        if (type is NonNullType nonNull)
        {
            if (value is null)
            {
                errors.AddNonNullViolation(field, path);
                return null;
            }

            return Complete(nonNull.OfType, value, path);
        }

        return (type, value) switch
        {
            // 2.
            (_, null) => null,

            // 3.
            (ListType list, IEnumerable items and not string) => CompleteItems(list.OfType, items, path),

            // 4.
            (NamedType, _) when new AnyWriter<object?>(type).CanWrite(value) => value,
            _ => Fail(path),
        };
    }

    object?[]? CompleteItems(GraphQLType type, IEnumerable items, ResponsePath path)
    {
        List<object?> completed = [];
        foreach (var item in items)
        {
            var value = Complete(type, item, new ResponsePath(path, completed.Count));
            if (value is null && type.IsNonNull)
            {
                return null;
            }

            completed.Add(value);
        }

        return [.. completed];
    }

    object? Fail(ResponsePath path)
    {
        var fault = new InvalidOperationException($"{field.Field.Coordinate} has a value that is none of its type.");
        errors.Add(errors.Mask(fault), field, path);
        return null;
    }
}
