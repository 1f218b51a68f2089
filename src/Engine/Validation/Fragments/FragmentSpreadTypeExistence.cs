using GraphApi.Engine.Language;

namespace GraphApi.Engine.Validation.Fragments;

/// <summary>The type of a fragment's condition exists.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Fragment-Spread-Type-Existence"/>
sealed class FragmentSpreadTypeExistence(ValidationContext context) : ValidationRule(context)
{
    public override void EnterFragmentDefinition(FragmentDefinitionNode fragment) => Check(fragment.TypeCondition);

    public override void EnterInlineFragment(InlineFragmentNode fragment)
    {
        if (fragment.TypeCondition is not null)
        {
            Check(fragment.TypeCondition);
        }
    }

    void Check(NamedTypeNode condition)
    {
        var name = condition.Name.Value;
        if (Context.FindType(name) is null)
        {
            var suggestion = Context.Suggest(name, Context.Caller.TypeNames(Context.Schema));
            Context.Report($"Unknown type \"{name}\".{suggestion}", condition);
        }
    }
}
