using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Validation.Values;

/// <summary>A literal can be coerced to the type its position expects; variables have a rule of their own.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Values-of-Correct-Type"/>
sealed class ValuesOfCorrectType(ValidationContext context) : ValidationRule(context)
{
    public override void EnterValue(ValueNode value)
    {
        if (Context.InputType is not { } type || value is VariableNode)
        {
            return;
        }

        if (value is NullValueNode)
        {
            if (type.IsNonNull)
            {
                Context.Report($"Expected value of type \"{type}\", found null.", Context.Input, value);
            }

            return;
        }

        if (value is ListValueNode && type.Nullable is ListType)
        {
            return;
        }

        switch (type.Named)
        {
            case InputObjectType input when value is ObjectValueNode node:
                CheckOneOf(node, input);
                break;
            case EnumType enumeration:
                CheckEnum(value, enumeration);
                break;
            case ScalarType scalar:
                if (!scalar.Coercion.TryParseLiteral(value, out _, out var error))
                {
                    Context.Report(error, Context.Input, value);
                }

                break;
            default:
                // A list says what type one of its items would have to have, which null is none of.
                var expected = value is ListValueNode ? type.Nullable : type;
                Context.Report(
                    $"Expected value of type \"{expected}\", found {ValueText.Of(value)}.",
                    Context.Input,
                    value);
                break;
        }
    }

    void CheckEnum(ValueNode value, EnumType type)
    {
        var names = type.Values.Select(known => known.Name);
        if (value is not EnumValueNode name)
        {
            var text = ValueText.Of(value);
            Context.Report(
                $"Enum \"{type}\" cannot represent non-enum value: {text}."
                + Context.Suggest(text, names, "the enum value"),
                Context.Input,
                value);
        }
        else if (!type.ValuesByName.ContainsKey(name.Value))
        {
            Context.Report(
                $"Value \"{name.Value}\" does not exist in \"{type}\" enum."
                + Context.Suggest(name.Value, names, "the enum value"),
                Context.Input,
                value);
        }
    }

    /// <summary>Of a OneOf input object exactly one field is given, and not null.</summary>
    void CheckOneOf(ObjectValueNode value, InputObjectType type)
    {
        if (!type.IsOneOf)
        {
            return;
        }

        var names = value.Fields.Select(field => field.Name.Value).Distinct().ToList();
        if (names.Count != 1)
        {
            Context.Report($"OneOf Input Object \"{type}\" must specify exactly one key.", Context.Input, value);
        }
        else if (value.Fields[^1].Value is NullValueNode)
        {
            Context.Report($"Field \"{type}.{names[0]}\" must be non-null.", Context.Input, value);
        }
    }
}
