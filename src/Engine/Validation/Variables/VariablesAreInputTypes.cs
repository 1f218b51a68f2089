using GraphApi.Engine.Language;

namespace GraphApi.Engine.Validation.Variables;

/// <summary>The type of a variable exists and is an input type.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Variables-Are-Input-Types"/>
sealed class VariablesAreInputTypes(ValidationContext context) : ValidationRule(context)
{
    public override void EnterVariableDefinition(VariableDefinitionNode variable)
    {
        var type = Context.Resolve(variable.Type);
        if (type is null)
        {
            var named = Named(variable.Type);
            var name = named.Name.Value;
            var suggestion = Context.Suggest(name, Context.Caller.TypeNames(Context.Schema));
            Context.Report($"Unknown type \"{name}\".{suggestion}", named);
        }
        else if (!type.IsInput)
        {
            Context.Report(
                $"Variable \"${variable.Variable.Name.Value}\" cannot be non-input type \"{type}\".",
                variable.Type);
        }
    }

    static NamedTypeNode Named(TypeNode type) => type switch
    {
        NonNullTypeNode nonNull => Named(nonNull.Type),
        ListTypeNode list => Named(list.Type),
        _ => (NamedTypeNode)type,
    };
}
