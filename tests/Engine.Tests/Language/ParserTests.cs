using GraphApi.Engine.Errors;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.Tests.Language;

public sealed class ParserTests
{
    static readonly ParserLimits Limits = ParserLimits.Of(new EngineOptions());

    static void Refuses(string source, string message, int line, int column) =>
        Refuses(Parser.Parse(source, Limits).Error, $"Syntax Error: {message}", ErrorCode.Syntax, line, column);

    static void Refuses(GraphQLError? error, string message, string code, int line, int column)
    {
        Assert.NotNull(error);
        Assert.Equal(
            (message, code, new Location(line, column)),
            (error.Message, error.Code, Assert.Single(error.Locations)));
    }

    static void Reads(string source, string tree) =>
        Assert.Equal($"(Document [{tree}])", Tree.Show(Tree.Parse(source)));

    static string Value(string source) => Tree.Show(Parser.ParseValue(source, Limits).Value!);

    [Fact]
    public void A_shorthand_query_has_no_name() => Reads(
        "{ a b: c }",
        "(OperationDefinition - Query - [] [] (SelectionSet [(Field - a [] [] -) (Field b c [] [] -)]))");

    [Fact]
    public void An_operation_has_all_its_parts() => Reads(
        """
        "what it does" subscription S("how many" $n: [Int!]! = [1] @d, $m: X) @e(f: $n) { a(b: $m) @g { h } }
        """,
        "(OperationDefinition (StringValue 'what it does' False) Subscription S"
        + " [(VariableDefinition (StringValue 'how many' False) (Variable n)"
        + " (NonNullType (ListType (NonNullType (NamedType Int)))) (ListValue [(IntValue '1')]) [(Directive d [])])"
        + " (VariableDefinition - (Variable m) (NamedType X) - [])]"
        + " [(Directive e [(Argument f (Variable n))])]"
        + " (SelectionSet [(Field - a [(Argument b (Variable m))] [(Directive g [])]"
        + " (SelectionSet [(Field - h [] [] -)]))]))");

    [Fact]
    public void Fragments_are_spread_inline_and_defined() => Reads(
        "mutation { ...F @a ... on T @b { x } ... @c { y } ... { z } } \"described\" fragment F on T @d { w }",
        "(OperationDefinition - Mutation - [] [] (SelectionSet ["
        + "(FragmentSpread F [(Directive a [])])"
        + " (InlineFragment (NamedType T) [(Directive b [])] (SelectionSet [(Field - x [] [] -)]))"
        + " (InlineFragment - [(Directive c [])] (SelectionSet [(Field - y [] [] -)]))"
        + " (InlineFragment - [] (SelectionSet [(Field - z [] [] -)]))]))"
        + " (FragmentDefinition (StringValue 'described' False) F (NamedType T) [(Directive d [])]"
        + " (SelectionSet [(Field - w [] [] -)]))");

    [Fact]
    public void Executable_definitions_begin_with_their_descriptions()
    {
        var document = Tree.Parse(""""
            "One line."
            query Q(
              """
              A block.
              """
              $v: Int
              "Another." $w: Int
            ) { a }
            "The part."
            fragment F on T { a }
            """");
        var operation = (OperationDefinitionNode)document.Definitions[0];
        var fragment = (FragmentDefinitionNode)document.Definitions[1];
        Assert.Equal(
            [("One line.", new Location(1, 1)), ("A block.", new Location(3, 3)), ("Another.", new Location(7, 3)),
                ("The part.", new Location(9, 1))],
            [
                (operation.Description?.Value, operation.Location),
                .. operation.VariableDefinitions.Select(variable => (variable.Description?.Value, variable.Location)),
                (fragment.Description?.Value, fragment.Location),
            ]);
    }

    [Fact]
    public void Words_of_the_grammar_are_names_where_a_name_stands()
    {
        foreach (var word in new[] { "on", "fragment", "query", "mutation", "subscription", "true", "false", "null",
            "type", "extend" })
        {
            var fragment = word == "on" ? "a" : word;
            Tree.Parse(
                $"query {word} {{ ...{fragment} ... on {word} {{ {word}: {word}({word}: ${word}) @{word}({word}: "
                    + $"{word}) }} }}"
                + $" fragment {fragment} on {word} {{ {word} }}");
        }
    }

    [Fact]
    public void Values_of_every_kind_are_read()
    {
        Assert.Equal("(IntValue '-12')", Value("-12"));
        Assert.Equal("(FloatValue '1e5')", Value("1e5"));
        Assert.Equal("(StringValue 'x' False)", Value("\"x\""));
        Assert.Equal("(StringValue 'x' True)", Value("\"\"\"x\"\"\""));
        Assert.Equal("(BooleanValue True)", Value("true"));
        Assert.Equal("(BooleanValue False)", Value("false"));
        Assert.Equal("(NullValue)", Value("null"));
        Assert.Equal("(EnumValue 'RED')", Value("RED"));
        Assert.Equal("(Variable v)", Value("$v"));
        Assert.Equal("(ListValue [])", Value("[]"));
        Assert.Equal("(ListValue [(IntValue '1') (ListValue [(Variable v)])])", Value("[1 [$v]]"));
        Assert.Equal("(ObjectValue [])", Value("{}"));
        Assert.Equal("(ObjectValue [(ObjectField a (IntValue '1')) (ObjectField a (NullValue))])",
            Value("{a: 1, a: null}"));
    }

    [Fact]
    public void A_value_stands_alone()
    {
        var (value, error) = Parser.ParseValue("1 2", Limits);
        Assert.Null(value);
        Refuses(error, "Syntax Error: Expected <EOF>, found Int \"2\".", ErrorCode.Syntax, 1, 3);
    }

    [Fact]
    public void Types_are_read()
    {
        Assert.Equal("(NamedType A)", Tree.Show(Parser.ParseType("A", Limits).Type!));
        Assert.Equal(
            "(NonNullType (ListType (ListType (NonNullType (NamedType A)))))",
            Tree.Show(Parser.ParseType("[[A!]]!", Limits).Type!));
        Refuses(
            Parser.ParseType("A!!", Limits).Error, "Syntax Error: Expected <EOF>, found \"!\".", ErrorCode.Syntax, 1,
                3);
    }

    [Fact]
    public void A_node_stands_where_its_first_token_does()
    {
        var document = Tree.Parse(
            "\n  \"about\"\n  query Q(\n $a: Int) {\n  x: y(b: 1)\n  ...F\n }\nfragment F on T { z }");
        var operation = (OperationDefinitionNode)document.Definitions[0];
        var field = (FieldNode)operation.SelectionSet.Selections[0];
        Assert.Equal(
            [
                new Location(2, 3), new Location(2, 3), new Location(4, 2), new Location(4, 11), new Location(5, 3),
                new Location(5, 6), new Location(5, 8), new Location(6, 3), new Location(8, 1),
            ],
            [
                document.Location, operation.Location, operation.VariableDefinitions[0].Location,
                operation.SelectionSet.Location, field.Location, field.Name.Location, field.Arguments[0].Location,
                operation.SelectionSet.Selections[1].Location, document.Definitions[1].Location,
            ]);
    }

    [Theory]
    [InlineData("", "Unexpected <EOF>.", 1, 1)]
    [InlineData("# nothing", "Unexpected <EOF>.", 1, 10)]
    [InlineData("{", "Expected Name, found <EOF>.", 1, 2)]
    [InlineData("{}", "Expected Name, found \"}\".", 1, 2)]
    [InlineData("{ a {} }", "Expected Name, found \"}\".", 1, 6)]
    [InlineData("\n { ...MissingOn }\n fragment MissingOn Type", "Expected \"on\", found Name \"Type\".", 3, 21)]
    [InlineData("{ field: {} }", "Expected Name, found \"{\".", 1, 10)]
    [InlineData("notAnOperation Foo { field }", "Unexpected Name \"notAnOperation\".", 1, 1)]
    [InlineData("...", "Unexpected \"...\".", 1, 1)]
    [InlineData("{ \"\"", "Expected Name, found String \"\".", 1, 3)]
    [InlineData("{ ... on }", "Expected Name, found \"}\".", 1, 10)]
    [InlineData("{ ... }", "Expected \"{\", found \"}\".", 1, 7)]
    [InlineData("fragment on on on { on }", "Unexpected Name \"on\".", 1, 10)]
    [InlineData("fragment A($x: Int) on T { a }", "Expected \"on\", found \"(\".", 1, 11)]
    [InlineData("{ ...F(a: 1) }", "Expected Name, found \"(\".", 1, 7)]
    [InlineData("query Foo($x: Complex = { a: { b: [ $var ] } }) { f }",
        "Unexpected variable \"$var\" in constant value.", 1, 37)]
    [InlineData("query Foo($x: I = [$]) { f }", "Unexpected \"$\".", 1, 20)]
    [InlineData("query ($x: I @d(a: $y)) { f }", "Unexpected variable \"$y\" in constant value.", 1, 20)]
    [InlineData("query () { a }", "Expected \"$\", found \")\".", 1, 8)]
    [InlineData("query ($a Int) { a }", "Expected \":\", found Name \"Int\".", 1, 11)]
    [InlineData("{ a() }", "Expected Name, found \")\".", 1, 5)]
    [InlineData("{ a(b:) }", "Unexpected \")\".", 1, 7)]
    [InlineData("{ a(b: [1) }", "Unexpected \")\".", 1, 10)]
    [InlineData("{ a(b: {1}) }", "Expected Name, found Int \"1\".", 1, 9)]
    [InlineData("{ a @ }", "Expected Name, found \"}\".", 1, 7)]
    [InlineData("\"no\" { a }", "Unexpected description, descriptions are not supported on shorthand queries.", 1, 1)]
    [InlineData("\"no\" extend type A { a: B }",
        "Unexpected description, only GraphQL definitions support descriptions.", 1, 1)]
    [InlineData("\"no\" \"no\" type A", "Unexpected String \"no\".", 1, 6)]
    [InlineData("\"no\"", "Unexpected <EOF>.", 1, 5)]
    [InlineData("{ \"no\" a }", "Expected Name, found String \"no\".", 1, 3)]
    [InlineData("query A { a } }", "Unexpected \"}\".", 1, 15)]
    [InlineData("{ a(b: \"\n\") }", "Unterminated string.", 1, 9)]
    [InlineData("type A { a: Int } query ? { a }", "Unexpected character: \"?\".", 1, 25)]
    public void Bad_documents_say_where_and_why(string source, string message, int line, int column) =>
        Refuses(source, message, line, column);

    [Fact]
    public void A_token_behind_a_description_is_looked_at_before_anything_else() =>
        Refuses("\"no\" ? type A", "Unexpected character: \"?\".", 1, 6);

    [Fact]
    public void Too_many_tokens_are_refused_at_the_first_too_many()
    {
        var limits = Limits with { MaxTokens = 4 };
        Assert.True(Parser.Parse("{ a b }", limits).Succeeded);
        Refuses(
            Parser.Parse("{ a b c }", limits).Error,
            "Document contains more than 4 tokens. Send several smaller documents.", ErrorCode.DocumentTooComplex, 1, 9);
    }

    [Fact]
    public void Too_many_fields_are_refused()
    {
        var document = "{" + string.Concat(Enumerable.Repeat(" __typename", 2_048));
        Assert.True(Parser.Parse(document + "}", Limits).Succeeded);
        Refuses(
            Parser.Parse(document + " a }", Limits).Error,
            "Document contains more than 2048 fields. Select fewer, or send several documents.", ErrorCode.DocumentTooComplex, 1,
                document.Length + 2);
    }

    [Fact]
    public void Too_many_directives_at_one_place_are_refused()
    {
        Assert.True(Parser.Parse("query @a @a @a @a { b @a @a @a @a }", Limits).Succeeded);
        Refuses(
            Parser.Parse("{ b @a @a @a @a @a }", Limits).Error,
            "Document contains more than 4 directives at one location. Leave some away.",
                ErrorCode.DocumentTooComplex, 1, 17);
    }

    [Theory]
    [InlineData("{a", "}")]
    [InlineData("{...", "}")]
    public void Selections_may_nest_as_deep_as_allowed_and_no_deeper(string open, string close)
    {
        string Nested(int depth) =>
            string.Concat(Enumerable.Repeat(open, depth)) + "{b}" + string.Concat(Enumerable.Repeat(close, depth));
        Assert.True(Parser.Parse(Nested(199), Limits).Succeeded);
        Assert.Equal(ErrorCode.DocumentTooComplex, Parser.Parse(Nested(200), Limits).Error?.Code);
    }

    [Theory]
    [InlineData("{f(a:", "[")]
    [InlineData("{f(a:", "{a:")]
    [InlineData("query($a:", "[")]
    [InlineData("query($a:I=", "[")]
    [InlineData("", "{a")]
    [InlineData("", "{...on A")]
    [InlineData("type A{a:", "[")]
    [InlineData("{a @b(c:", "{d:[")]
    public void A_million_brackets_are_refused_without_harm(string prefix, string bracket)
    {
        var source = prefix + string.Concat(Enumerable.Repeat(bracket, 1_500_000));
        var error = Parser.Parse(source, Limits with { MaxTokens = int.MaxValue }).Error;
        Assert.Equal(
            ("Document is nested more than 200 levels deep. Nest its selections, values and types less deeply.",
                ErrorCode.DocumentTooComplex),
            (error?.Message, error?.Code));
    }

    [Fact]
    public void Too_many_aliases_are_refused_those_of_meta_fields_too()
    {
        var document = "{" + string.Concat(Enumerable.Range(0, 50).Select(i => $" a{i}: __typename"));
        Assert.True(Parser.Parse(document + " b c { d } }", Limits).Succeeded);
        Refuses(
            Parser.Parse(document + " z: __typename }", Limits).Error,
            "Document contains more than 50 aliases. Ask for a list instead of its items one by one, or send several "
                + "documents.",
            ErrorCode.DocumentTooComplex,
            1,
            document.Length + 2);
    }

    [Fact]
    public void Too_many_operations_are_refused()
    {
        var document = string.Concat(Enumerable.Range(0, 50).Select(i => $"query A{i} {{ a }} "));
        Assert.True(Parser.Parse(document + "fragment F on A { a }", Limits).Succeeded);
        foreach (var more in new[] { "query Z { a }", "{ a }", "subscription { a }", "\"Described.\" mutation { a }" })
        {
            Refuses(
                Parser.Parse(document + more, Limits).Error,
                "Document contains more than 50 operations. Send the one that runs alone.",
                ErrorCode.DocumentTooComplex,
                1,
                document.Length + 1);
        }
    }

    [Theory]
    [InlineData("{ ", " }", 3)]
    [InlineData("query ", " { a }", 7)]
    [InlineData("query($", ": Int) { a }", 8)]
    [InlineData("{ a(b: ", ") }", 8)]
    [InlineData("{ a @", " }", 6)]
    [InlineData("", " { a }", 1)]
    public void Too_long_a_name_is_refused_wherever_it_stands(string before, string after, int column)
    {
        Assert.NotEqual(
            ErrorCode.DocumentTooComplex, Parser.Parse(before + new string('n', 256) + after, Limits).Error?.Code);
        Refuses(
            Parser.Parse(before + new string('n', 257) + after, Limits).Error,
            "Document contains a name of more than 256 characters. Use a shorter one.",
            ErrorCode.DocumentTooComplex,
            1,
            column);
    }

    [Fact]
    public void The_limit_that_was_passed_is_named_as_it_is_configured() => Assert.Equal(
        "MaxTokens", Parser.Parse("{ a b }", Limits with { MaxTokens = 1 }).Error?.Extensions?["limit"]);

    [Fact]
    public void No_more_tokens_are_read_than_allowed()
    {
        var work = new EngineWork();
        Parser.Parse("{" + string.Concat(Enumerable.Repeat(" a", 1_000_000)), Limits, work);
        Assert.Equal(2_049, work.Tokens - 1);
        work = new EngineWork();
        Parser.Parse("{a(b:[" + string.Concat(Enumerable.Repeat(" 1", 1_000_000)), Limits, work);
        Assert.Equal(15_001, work.Tokens);
    }
}
