using GraphApi.Engine.Language;

namespace GraphApi.Engine.Validation.Fragments;

/// <summary>No two fragments have the same name.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Fragment-Name-Uniqueness"/>
sealed class FragmentNameUniqueness(ValidationContext context) : ValidationRule(context)
{
    readonly Dictionary<string, NameNode> _known = [];

    public override void EnterFragmentDefinition(FragmentDefinitionNode fragment)
    {
        if (!_known.TryAdd(fragment.Name.Value, fragment.Name))
        {
            Context.Report(
                $"There can be only one fragment named \"{fragment.Name.Value}\".",
                _known[fragment.Name.Value],
                fragment.Name);
        }
    }
}
