using System.Collections.Immutable;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.Planning;

/// <summary>
/// Variables that must all have a wanted value: the <c>@skip</c> and <c>@include</c> on the way to a field.
/// </summary>
readonly struct Conjunction(ImmutableArray<(string Variable, bool Wanted)> all) : IEquatable<Conjunction>
{
    /// <summary>No condition.</summary>
    public static Conjunction Always { get; } = new([]);

    /// <summary>The terms, sorted, each once.</summary>
    public ImmutableArray<(string Variable, bool Wanted)> Terms { get; } = all;

    /// <summary>This and what the directives demand; null where a literal already says no.</summary>
    /// <seealso href="https://spec.graphql.org/September2025/#sec--skip"/>
    public Conjunction? And(ImmutableArray<DirectiveNode> directives)
    {
        if (directives.IsEmpty)
        {
            return this;
        }

        var terms = Terms;
        foreach (var directive in directives)
        {
            var isSkip = directive.Name.Value == "skip";
            if (!isSkip && directive.Name.Value != "include")
            {
                continue;
            }

            switch (directive.Arguments.FirstOrDefault(a => a.Name.Value == "if")?.Value)
            {
                case BooleanValueNode literal when literal.Value == isSkip:
                    return null;
                case VariableNode variable when terms.Contains((variable.Name.Value, isSkip)):
                    return null;
                case VariableNode variable when !terms.Contains((variable.Name.Value, !isSkip)):
                    terms = terms.Add((variable.Name.Value, !isSkip));
                    break;
            }
        }

        return terms.Length == Terms.Length ? this : new Conjunction([.. terms.Order()]);
    }

    public bool Equals(Conjunction other) => Terms.AsSpan().SequenceEqual(other.Terms.AsSpan());

    public override bool Equals(object? obj) => obj is Conjunction other && Equals(other);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var term in Terms)
        {
            hash.Add(term);
        }

        return hash.ToHashCode();
    }
}
