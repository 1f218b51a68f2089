using GraphApi.Engine.Execution;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem;

/// <summary>
/// Coerces the default values of a schema whose arguments and input fields have input types, each after those it needs:
/// a default that leaves out fields of an input object takes their defaults. Reports defaults that are no values of
/// their type, and those that need themselves. Mutable while it works.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#InputObjectDefaultValueHasCycle()"/>
sealed class DefaultValueCoercion(SchemaErrors errors)
{
    readonly HashSet<InputValue> _done = [];
    readonly List<InputValue> _path = [];

    /// <summary>Coerces the default of an argument or input field, where it has one.</summary>
    public void Coerce(InputValue input)
    {
        if (input.DefaultValue is not { } literal || _done.Contains(input))
        {
            return;
        }

        var start = _path.IndexOf(input);
        if (start >= 0)
        {
            var cycle = string.Join(" -> ", _path.Skip(start).Append(input).Select(step => step.Coordinate));
            errors.Add(input.Coordinate, $"The default value needs itself: {cycle}.", input.Definition);
            return;
        }

        _path.Add(input);
        CoerceNeeded(literal, input.Type);
        _path.RemoveAt(_path.Count - 1);
        if (!_done.Add(input))
        {
            return;
        }

        if (LiteralCoercion.TryCoerce(literal, input.Type, variables: null, out var value, out var error))
        {
            input.CoercedDefault = value;
        }
        else
        {
            errors.Add(input.Coordinate, $"The default value is invalid. {error}", literal);
        }
    }

    // The defaults that the coercion of the literal takes.
    void CoerceNeeded(ValueNode literal, GraphQLType type)
    {
        if (literal is ListValueNode list)
        {
            var item = type.Nullable is ListType { OfType: var ofType } ? ofType : type;
            foreach (var value in list.Values)
            {
                CoerceNeeded(value, item);
            }
        }
        else if (literal is ObjectValueNode node && type.Named is InputObjectType input)
        {
            foreach (var field in input.Fields)
            {
                if (node.Fields.FirstOrDefault(entry => entry.Name.Value == field.Name) is { } given)
                {
                    CoerceNeeded(given.Value, field.Type);
                }
                else
                {
                    Coerce(field);
                }
            }
        }
    }
}
