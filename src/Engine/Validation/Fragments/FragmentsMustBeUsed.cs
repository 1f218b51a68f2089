using GraphApi.Engine.Language;

namespace GraphApi.Engine.Validation.Fragments;

/// <summary>Every fragment is spread by an operation, directly or through other fragments.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Fragments-Must-Be-Used"/>
sealed class FragmentsMustBeUsed(ValidationContext context) : ValidationRule(context)
{
    public override void LeaveDocument(DocumentNode document)
    {
        var used = new HashSet<string>();
        var open = new Stack<DefinitionNode>(document.Definitions.OfType<OperationDefinitionNode>());
        while (open.TryPop(out var definition))
        {
            foreach (var spread in Context.UsesOf(definition).Spreads)
            {
                if (used.Add(spread.Name.Value) && Context.FindFragment(spread.Name.Value) is { } fragment)
                {
                    open.Push(fragment);
                }
            }
        }

        foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>())
        {
            if (!used.Contains(fragment.Name.Value))
            {
                Context.Report($"Fragment \"{fragment.Name.Value}\" is never used.", fragment);
            }
        }
    }
}
