using GraphApi.Engine.Tests.Language;
using GraphApi.Engine.Validation;

namespace GraphApi.Engine.Tests.Validation.Fields;

public sealed class FieldSelectionsWithoutSuggestionsTests
{
    [Theory]
    [InlineData("{ dog { nam } }")]
    [InlineData("{ pet { nickname } }")]
    [InlineData("{ dog }")]
    [InlineData("{ dog { owner(x: 1) { name } isHouseTrained(atOtherHome: true) } }")]
    [InlineData("{ ... on Do { name } }")]
    [InlineData("query ($a: In) { arguments { intArg(intArg: $a) } }")]
    [InlineData("{ arguments { enumArg(enumArg: SITT) } }")]
    [InlineData("{ arguments { enumArg(enumArg: \"SIT\") } }")]
    [InlineData("{ findDog(searchBy: { nam: \"x\" }) { name } }")]
    [InlineData("{ dog { name @tag(nam: \"x\", name: \"y\") } }")]
    public void Where_suggestions_are_off_no_message_names_what_exists(string document)
    {
        var errors = Validator.Validate(PetSchema.Schema, Tree.Parse(document),
            new EngineOptions { Suggestions = false });
        Assert.NotEmpty(errors);
        Assert.All(errors, error => Assert.DoesNotContain("Did you mean", error.Message, StringComparison.Ordinal));
        var with = Validator.Validate(PetSchema.Schema, Tree.Parse(document), new EngineOptions());
        Assert.Equal(errors.Count, with.Count);
        Assert.All(
            errors.Zip(with),
            pair => Assert.StartsWith(pair.First.Message, pair.Second.Message, StringComparison.Ordinal));
    }
}
