using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Validation.Fragments;

/// <summary>A fragment is spread where some object can have its type.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Fragment-Spread-Is-Possible"/>
sealed class FragmentSpreadIsPossible(ValidationContext context) : ValidationRule(context)
{
    public override void EnterInlineFragment(InlineFragmentNode fragment)
    {
        if (Context.ParentType is { } parent && Context.Type is NamedType type && !CanBe(parent, type))
        {
            Context.Report(
                $"Fragment cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".",
                fragment);
        }
    }

    public override void EnterFragmentSpread(FragmentSpreadNode spread)
    {
        if (Context.ParentType is { } parent
            && Context.FindFragment(spread.Name.Value) is { } fragment
            && Context.FindType(fragment.TypeCondition.Name.Value) is { } type
            && !CanBe(parent, type))
        {
            Context.Report(
                $"Fragment \"{spread.Name.Value}\" cannot be spread here as objects of type \"{parent}\" can never "
                + $"be of type \"{type}\".",
                spread);
        }
    }

    /// <summary>
    /// Whether an object can be of both types; true where the second has no fields, which another rule reports.
    /// </summary>
    bool CanBe(NamedType parent, NamedType type) =>
        parent == type
        || type is not (ComplexType or UnionType)
        || Context.Schema.GetPossibleTypes(parent).Intersect(Context.Schema.GetPossibleTypes(type)).Any();
}
