using System.Diagnostics.CodeAnalysis;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Execution;

/// <summary>
/// The last part of the coercion of an input object, whose fields are coerced: defaults, required fields,
/// <c>@oneOf</c>.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Input-Objects.Input-Coercion"/>
static class InputObjectCompletion
{
    /// <summary>Fills in defaults and makes the <see cref="InputObject"/>.</summary>
    /// <param name="type">The type.</param>
    /// <param name="values">The values of the given fields, by index; defaults are added.</param>
    /// <param name="given">Which fields are given; defaults are added.</param>
    /// <param name="value">The input object.</param>
    /// <param name="error">What is wrong, for the client.</param>
    /// <returns>False where a required field is missing, or <c>@oneOf</c> is not kept.</returns>
    public static bool TryComplete(
        InputObjectType type,
        object?[] values,
        bool[] given,
        [NotNullWhen(true)] out object? value,
        [NotNullWhen(false)] out string? error)
    {
        value = null;
        error = type.IsOneOf ? OneOfError(type, values, given) : AddDefaults(type, values, given);
        if (error is not null)
        {
            return false;
        }

        value = new InputObject(type, values, given);
        return true;
    }

    static string? AddDefaults(InputObjectType type, object?[] values, bool[] given)
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
                return $"Field \"{type}.{field.Name}\" of required type \"{field.Type}\" was not provided.";
            }
        }

        return null;
    }

    static string? OneOfError(InputObjectType type, object?[] values, bool[] given)
    {
        var only = Array.IndexOf(given, true);
        if (only < 0 || Array.LastIndexOf(given, true) != only)
        {
            return $"Exactly one key must be specified for OneOf type \"{type}\".";
        }

        return values[only] is null ? $"Field \"{type}.{type.Fields[only].Name}\" must be non-null." : null;
    }
}
