using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Validation.Fragments;

/// <summary>The type of a fragment's condition has fields: it is an object, interface or union.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Fragments-on-Object-Interface-or-Union-Types"/>
sealed class FragmentsOnObjectInterfaceOrUnionTypes(ValidationContext context) : ValidationRule(context)
{
    public override void EnterFragmentDefinition(FragmentDefinitionNode fragment)
    {
        if (!HasFields(fragment.TypeCondition))
        {
            Context.Report(
                $"Fragment \"{fragment.Name.Value}\" cannot condition on non composite type "
                + $"\"{fragment.TypeCondition.Name.Value}\".",
                fragment.TypeCondition);
        }
    }

    public override void EnterInlineFragment(InlineFragmentNode fragment)
    {
        if (fragment.TypeCondition is { } condition && !HasFields(condition))
        {
            Context.Report(
                $"Fragment cannot condition on non composite type \"{condition.Name.Value}\".",
                condition);
        }
    }

    bool HasFields(NamedTypeNode condition) =>
        Context.FindType(condition.Name.Value) is null or ComplexType or UnionType;
}
