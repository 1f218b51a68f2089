using GraphApi.Data.Bindings;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Data.Generation;

/// <summary>
/// Makes of a mutation as authors write it (<c>lend(book: ID!): Loan! @mutation(errors: ["NotFoundError"])</c>) what
/// HotChocolate's mutation conventions make of one: one argument <c>input</c>, a payload with the result and
/// <c>errors</c>, a union of these. The payload is nullable, so that a mutation that fails takes away no answer of
/// those that ran before it. Mutable while it generates.
/// </summary>
/// <param name="types">All types of the documents.</param>
/// <param name="errors">Takes what is wrong.</param>
sealed class MutationTypes(IReadOnlyDictionary<string, TypeDefinitionNode> types, List<SchemaError> errors)
{
    /// <summary>The root type whose fields are meant.</summary>
    public const string RootName = "Mutation";

    readonly List<DefinitionNode> _definitions = [];

    /// <summary>The input, payload and error types.</summary>
    public IReadOnlyList<DefinitionNode> Definitions => _definitions;

    /// <summary>The name of a mutation's payload type.</summary>
    public static string PayloadOf(FieldUse use) => $"{TypeNameOf(use)}Payload";

    /// <summary>The name of a payload's field that holds the result.</summary>
    public static string ResultOf(FieldUse use) => char.ToLowerInvariant(use.NamedType[0]) + use.NamedType[1..];

    /// <summary>The field as clients see it.</summary>
    public FieldDefinitionNode Change(FieldUse use)
    {
        var field = use.Definition;
        var refusals = ErrorsOf(field);
        if (refusals.Count == 0)
        {
            errors.Add(new SchemaError(use.Coordinate, "A mutation says how it can be refused: @mutation(errors:)."));
        }

        if (field.Arguments.IsEmpty)
        {
            errors.Add(new SchemaError(use.Coordinate, "A mutation has arguments: they become its input."));
        }

        if (use.IsList || types.GetValueOrDefault(use.NamedType) is not ObjectTypeDefinitionNode)
        {
            errors.Add(new SchemaError(use.Coordinate, "A mutation is of an object type: what it made or changed."));
        }

        foreach (var name in refusals.Where(name => types.GetValueOrDefault(name) is not ObjectTypeDefinitionNode))
        {
            errors.Add(new SchemaError(use.Coordinate, $"The error {name} is no object type."));
        }

        if (errors.Count > 0)
        {
            return field;
        }

        var made = SchemaBuilder.Parse("generated", Text(use, refusals)).Definitions;
        var owner = (ObjectTypeDefinitionNode)made[0];
        _definitions.Add(((InputObjectTypeDefinitionNode)made[1]) with { Fields = field.Arguments });
        _definitions.AddRange(made[2..]);
        return field with { Arguments = owner.Fields[0].Arguments, Type = owner.Fields[0].Type };
    }

    static string Text(FieldUse use, IReadOnlyList<string> refusals)
    {
        var name = TypeNameOf(use);
        return $$""""
            type T {
              f("What is to be done." input: {{name}}Input!): {{PayloadOf(use)}}
            }

            "What `{{use.Name}}` takes."
            input {{name}}Input {
              replaced: Int
            }

            "What became of `{{use.Name}}`."
            type {{PayloadOf(use)}} {
              """
              What was made or changed, as the caller may see it afterwards. Null where it was refused, and where the
              caller may not see it.
              """
              {{ResultOf(use)}}: {{use.NamedType}}
              "Why it was refused, and nothing was changed. Null: it was done."
              errors: [{{name}}Error!]
            }

            "Why `{{use.Name}}` can be refused."
            union {{name}}Error = {{string.Join(" | ", refusals)}}
            """";
    }

    static string TypeNameOf(FieldUse use) => char.ToUpperInvariant(use.Name[0]) + use.Name[1..];

    static IReadOnlyList<string> ErrorsOf(FieldDefinitionNode field) =>
        field.Directives.FirstOrDefault(directive => directive.Name.Value == "mutation")?
            .Arguments.FirstOrDefault(argument => argument.Name.Value == "errors")?.Value is ListValueNode list
            ? [.. list.Values.OfType<StringValueNode>().Select(value => value.Value)]
            : [];
}
