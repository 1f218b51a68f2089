using System.Text.RegularExpressions;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Tests.Language;
using GraphApi.Engine.Validation;
using GraphApi.Harness;

namespace GraphApi.Engine.Tests.Validation;

public partial class RulesTests
{
    [Fact]
    public void The_page_on_validation_lists_the_rules_of_the_specification_and_their_places() => Assert.Equal(
        Row().Matches(Repository.Text("docs/validation.md"))
            .Select(match => (match.Groups["name"].Value, match.Groups["section"].Value, match.Groups["link"].Value)),
        Rules.All.Where(rule => rule.Section is not null)
            .Select(rule => (rule.Name, rule.Section!, rule.Specification!.ToString())));

    [Fact]
    public void Limits_stand_first_and_nowhere_in_the_specification()
    {
        var limits = Rules.All.TakeWhile(rule => rule.Section is null).ToList();

        Assert.Contains("Fragment Visits", limits.Select(rule => rule.Name));
        Assert.All(limits, rule => Assert.Null(rule.Specification));
        Assert.DoesNotContain(Rules.All.Skip(limits.Count), rule => rule.Section is null);
        Assert.Equal(Rules.All.Count, Rules.All.Select(rule => rule.Name).Distinct().Count());
    }

    [Fact]
    public void Only_the_rules_that_are_chosen_are_asked()
    {
        var document = Tree.Parse("{ gone dog } fragment Unused on Dog { name }");
        var chosen = Rules.All.Where(rule => rule.Name is "Field Selections" or "Fragments Must Be Used").ToList();

        Assert.Equal(
            [("Cannot query field \"gone\" on type \"Query\".", new Location(1, 3)), ("Fragment \"Unused\" is never used.", new Location(1, 14))],
            Validator.Validate(PetSchema.Schema, document, chosen).Select(e => (e.Message, e.Locations[0])));
        Assert.Equal(3, Validator.Validate(PetSchema.Schema, document).Count);
        Assert.Empty(Validator.Validate(PetSchema.Schema, document, []));
    }

    [GeneratedRegex(@"^\| (?<name>[^|]+) \| `[^`]+` \| \[(?<section>5[\d.]+)\]\((?<link>[^)]+)\)", RegexOptions.Multiline)]
    private static partial Regex Row();
}
