namespace GraphApi.Engine.Validation;

/// <summary>
/// A rule that documents are validated by: one of the specification, or a limit of ours. <see cref="Rules"/> lists
/// them.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Validation"/>
public sealed class Rule
{
    internal Rule(string name, string? section, Func<ValidationContext, ValidationRule> make)
    {
        Name = name;
        Section = section;
        Make = make;
    }

    /// <summary>The heading in the specification; of a limit its name.</summary>
    public string Name { get; }

    /// <summary>The number of the section in the specification, as <c>5.3.1</c>; null for a limit.</summary>
    public string? Section { get; }

    /// <summary>Where the specification says it; null for a limit.</summary>
    public Uri? Specification => Section is null
        ? null
        : new Uri("https://spec.graphql.org/September2025/#sec-"
            + Name.Replace(",", "", StringComparison.Ordinal).Replace(' ', '-'));

    /// <summary>Makes what watches the walk over one document.</summary>
    internal Func<ValidationContext, ValidationRule> Make { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
