using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Validation.Variables;

/// <summary>A variable is used where its type fits.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-All-Variable-Usages-Are-Allowed"/>
sealed class AllVariableUsagesAreAllowed(ValidationContext context) : ValidationRule(context)
{
    public override void LeaveDocument(DocumentNode document)
    {
        foreach (var operation in document.Definitions.OfType<OperationDefinitionNode>())
        {
            var definitions = new Dictionary<string, (VariableDefinitionNode Node, GraphQLType? Type)>();
            foreach (var definition in operation.VariableDefinitions)
            {
                definitions[definition.Variable.Name.Value] = (definition, Context.Resolve(definition.Type));
            }

            foreach (var usage in Context.VariablesOf(operation))
            {
                if (definitions.TryGetValue(usage.Node.Name.Value, out var definition))
                {
                    Check(definition.Node, definition.Type, usage);
                }
            }
        }
    }

    void Check(VariableDefinitionNode definition, GraphQLType? type, VariableUsage usage)
    {
        if (usage.Position.Type is not { } expected || type is null)
        {
            return;
        }

        var name = usage.Node.Name.Value;
        if (!IsAllowed(type, definition.DefaultValue, expected, usage.Position.HasDefault))
        {
            Context.Report(
                $"Variable \"${name}\" of type \"{type}\" used in position expecting type \"{expected}\".",
                usage.Position.Input,
                definition,
                usage.Node);
        }

        if (usage.Position.InputObject is { IsOneOf: true } oneOf && !type.IsNonNull)
        {
            Context.Report(
                $"Variable \"${name}\" is of type \"{type}\" but must be non-nullable to be used for OneOf Input "
                + $"Object \"{oneOf}\".",
                usage.Position.Input,
                definition,
                usage.Node);
        }
    }

    /// <summary>Whether the type fits, or does with what the defaults promise.</summary>
    /// <seealso href="https://spec.graphql.org/September2025/#IsVariableUsageAllowed()"/>
    static bool IsAllowed(GraphQLType type, ValueNode? defaultValue, GraphQLType expected, bool hasLocationDefault)
    {
        // 5.
        if (expected.IsNonNull && !type.IsNonNull)
        {
            return (defaultValue is not (null or NullValueNode) || hasLocationDefault)
                && AreCompatible(type, expected.Nullable);
        }

        // 6.
        return AreCompatible(type, expected);
    }

    /// <summary>Whether every value of the one type is a value of the other.</summary>
    /// <seealso href="https://spec.graphql.org/September2025/#AreTypesCompatible()"/>
    static bool AreCompatible(GraphQLType type, GraphQLType expected) => (type, expected) switch
    {
        (NonNullType from, NonNullType to) => AreCompatible(from.OfType, to.OfType),
        (_, NonNullType) => false,
        (NonNullType from, _) => AreCompatible(from.OfType, expected),
        (ListType from, ListType to) => AreCompatible(from.OfType, to.OfType),
        _ => type == expected,
    };
}
