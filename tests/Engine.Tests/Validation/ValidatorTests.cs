using GraphApi.Engine.Checking;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Language;
using GraphApi.Engine.Tests.Language;
using GraphApi.Engine.Tests.Oracle;
using GraphApi.Engine.Validation;

namespace GraphApi.Engine.Tests.Validation;

public sealed class ValidatorTests
{
    static IReadOnlyList<GraphQLError> Validate(string document, EngineOptions? options = null) =>
        Validator.Validate(PetSchema.Schema, Tree.Parse(document), options ?? new EngineOptions());

    [Fact]
    public void A_document_that_keeps_all_rules_has_no_errors() => Assert.Equal([], Validate("""
        query Everything($id: ID, $loud: Boolean = true, $email: Email!) @onQuery {
          human(id: $id) { name pets { ...Pet @include(if: $loud) } relatives { name } }
          arguments { emailArg(emailArg: $email) multipleRequirements(x: 1, y: 2) }
          catOrDog { __typename ... on Dog { barkVolume } ... on Cat { barkVolume: meowVolume } }
        }
        fragment Pet on Pet { __typename name ... on Dog { doesKnowCommand(dogCommand: HEEL) } }
        """));

    [Fact]
    public async Task The_introspection_query_of_tools_passes_the_default_limits()
    {
        var query = await DocumentJudge.IntrospectionQueryAsync();
        var result = Parser.Parse(query, ParserLimits.Of(new EngineOptions()));
        Assert.True(result.Succeeded);
        Assert.Equal([], Validator.Validate(PetSchema.Schema, result.Document, new EngineOptions()));
    }

    [Fact]
    public void Errors_of_several_rules_come_in_the_order_of_the_walk() => Assert.Equal(
        [
            "Cannot query field \"colour\" on type \"Dog\".",
            "Unknown directive \"@nope\".",
            "Unknown argument \"a\" on field \"Dog.name\".",
            "Variable \"$missing\" is not defined.",
        ],
        Validate("{ dog { colour @nope name(a: 1) } arguments { intArg(intArg: $missing) } }").Select(error =>
            error.Message));

    [Fact]
    public void At_most_as_many_errors_are_reported_as_allowed()
    {
        var document = "{ dog { " + string.Concat(Enumerable.Range(0, 1_000).Select(i => $"x{i}x ")) + "} }";
        Assert.Equal(5, Validate(document).Count);
        Assert.Single(Validate(document, new EngineOptions { MaxValidationErrors = 1 }));
    }

    [Fact]
    public void Rules_of_the_specification_have_no_code_and_limits_have_one()
    {
        Assert.Null(Assert.Single(Validate("{ nope }")).Code);
        Assert.Equal(
            ErrorCode.DocumentTooComplex,
            Assert.Single(Validate("{ dog { name } }", new EngineOptions { MaxDepth = 1 })).Code);
    }

    [Fact]
    public void A_limit_that_is_passed_is_the_only_error() => Assert.Equal(
        ["Operation has a depth of 3, which is more than the allowed 2. Select what is deeper by its id, in another "
            + "operation."],
        Validate("{ dog { owner { nope } } nope }", new EngineOptions { MaxDepth = 2 }).Select(error => error.Message));

    [Fact]
    public void A_document_is_validated_the_same_each_time()
    {
        const string Document = "query A($a: Int) { dog { nope ...F } } fragment F on Cat { name }";
        Assert.Equal(
            Validate(Document).Select(error => (error.Message, error.Locations[0])),
            Validate(Document).Select(error => (error.Message, error.Locations[0])));
    }

    [Fact]
    public void No_document_makes_the_validator_throw()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var document = new DocumentGenerator(seed).Document();
            var errors = Validator.Validate(PetSchema.Schema, document,
                new EngineOptions { MaxValidationErrors = 1_000 });
            Assert.NotEmpty(errors);
        }
    }

    [Theory]
    [InlineData("{ dog { ", "name @skip(if: true) ", "} }")]
    [InlineData("{ dog { ", "... on Dog { ... on Pet { ... on CatOrDog { ... on Mammal { __typename } } } } ", "} }")]
    [InlineData("query (", "$a: Int ", ") { dog { name } }")]
    [InlineData("{ dog { ", "nme ", "} }")]
    [InlineData("{ findDog(searchBy: {", "name: \"x\" ", "}) { name } }")]
    [InlineData("{ arguments { intArg(", "intArg: 1 ", ") } }")]
    [InlineData("", "fragment F on Query { ...F } ", "")]
    [InlineData("", "query Q($a: Int) { ...F } ", "fragment F on Query { arguments { intArg(intArg: $a) } }")]
    [InlineData("{ dog { ", "owner { ...F } ", "} } fragment F on Human { name name name name name name name name }")]
    [InlineData("{ dog { owner(a: 1) { name } } ", "... on Query { dog { owner(a: 2) { name } } } ", "}")]
    [InlineData("query Q($a: [[[[[[Int]]]]]]) { arguments { ", "intArg(intArg: $a) ", "} }")]
    [InlineData("{ __schema { types { ", "fields { name type { name ofType { name } } } ", "} } }")]
    [InlineData("mutation { ", "a b c ", "}")]
    public void The_largest_documents_of_every_kind_take_bounded_work(string start, string repeated, string end)
    {
        var limits = ParserLimits.Of(new EngineOptions());
        var many = 15_000;
        ParseResult result;
        do
        {
            many = many * 9 / 10;
            result = Parser.Parse(start + string.Concat(Enumerable.Repeat(repeated, many)) + end, limits);
        }
        while (!result.Succeeded);
        var work = new EngineWork();
        var options = new EngineOptions { MaxValidationErrors = int.MaxValue };
        _ = Validator.Validate(PetSchema.Schema, result.Document, Rules.All, options, work);

        // Each node by the walk and by each rule that follows fragments; what merging takes has a bound of its own.
        Assert.InRange(work.Validation, 1, (10 * options.MaxTokens) + options.MaxFieldMergeComparisons);
    }

    [Fact]
    public void Two_long_argument_lists_that_meet_at_many_places_are_each_read_once()
    {
        var arguments = string.Join(' ', Enumerable.Range(0, 400).Select(i => $"a{i}: {i}"));
        var meetings = string.Concat(Enumerable.Range(0, 500).Select(i => $"... on Query {{ ...F dog {{ x{i} }} }} "));
        var document = Tree.Parse($"{{ {meetings} }} fragment F on Query {{ dog({arguments}) {{ a }} dog({arguments}) {{ a }} }}");
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = Validator.Validate(PetSchema.Schema, document, new EngineOptions { MaxValidationErrors = int.MaxValue });
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);
    }

    [Fact]
    public void Every_rule_has_a_test_of_its_name()
    {
        var tests = typeof(ValidatorTests).Assembly.GetTypes().Select(type => type.Name).ToHashSet();
        var rules = typeof(ValidationRule).Assembly.GetTypes().Where(type =>
            type.IsSubclassOf(typeof(ValidationRule)) && type != typeof(DeprecatedUses)).ToList();
        Assert.Equal(Rules.All.Count, rules.Count);
        Assert.All(rules, rule => Assert.Contains($"{rule.Name}Tests", tests));
    }
}
