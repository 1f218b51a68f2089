using System.Text.RegularExpressions;

namespace GraphApi.Engine.Tests.Oracle;

/// <summary>
/// In what validation differs from graphql-js 16 on purpose, and why: the whole list. A row is tested on its document,
/// and kept out of all other comparisons.
/// </summary>
static partial class Differences
{
    public static IReadOnlyList<Difference> All { get; } =
    [
        new(
            "The specification of September 2025 has the rule Operation Type Existence; graphql-js 16 says it when the "
            + "operation is executed.",
            "mutation { a }",
            OracleSchema.ReadOnly)
        {
            IsOursAlone = (error, _) => EndsWith(error, "operation is not supported by the schema."),
        },
        new(
            "The specification of September 2025 allows no @skip and @include at the root of a subscription: "
            + "with them nobody knows how many fields there are. graphql-js 16 looks at their literals, and fails "
            + "where they are variables.",
            "subscription { newMessage { body } disallowedSecondRootField @include(if: true) }",
            OracleSchema.Pets)
        {
            IsOursAlone = (error, _) => EndsWith(error, "directives in the top level selection."),
            IsTheirsAlone = (error, _) => EndsWith(error, " top level field."),
        },
        new(
            "__typename has a type as any other field, which has to be the same where fields are merged; graphql-js "
            + "lets it pass.",
            "{ pet { ... on Dog { x: __typename } ... on Cat { x: meowVolume } } }",
            OracleSchema.Pets)
        {
            IsOursAlone = (error, _) => Contains(error, "conflicting types \"String!\" and")
                || Contains(error, "and \"String!\"."),
        },
        new(
            "A custom scalar says nothing of the items of a list that it takes, so that any variable may stand there; "
            + "graphql-js expects them to have the type of the scalar.",
            "query Q($i: Int!) { echo(json: [$i]) }",
            OracleSchema.Toy)
        {
            IsTheirsAlone = (error, _) => CustomScalarExpected().IsMatch(error.Message),
        },
        new(
            "A variable of a field of a OneOf input object must not be null, whatever position the object stands in; "
            + "graphql-js 16 overlooks it where the object must not be null itself.",
            "query Q($p: Point) { any(pick: { point: $p }) { __typename } }",
            OracleSchema.Toy)
        {
            IsOursAlone = (error, _) => Contains(error, "must be non-nullable to be used for OneOf Input Object"),
        },
        new(
            "A number beyond the range of a double is no Float; graphql-js takes it for infinite.",
            "{ echo(f: 1e400) }",
            OracleSchema.Toy)
        {
            IsOursAlone = (error, _) => Contains(error, "Float cannot represent non numeric value: ")
                && Contains(error, "e"),
        },
        new(
            "The description of a variable is no value; graphql-js 16 takes it for one of the type of the variable.",
            "query (\"How many.\" $i: Int) { echo(i: $i) }",
            OracleSchema.Toy)
        {
            IsTheirsAlone = (error, _) => IsOfString().IsMatch(error.Message),
        },
        new(
            "A definition of the type system is refused whole; graphql-js also says what is wrong inside it, and knows "
            + "the types that it defines.",
            "{ dog { ... on Cow { name } } } type Cow { a: Nope }",
            OracleSchema.Pets)
        {
            IsOursAlone = (_, ours) => ours.Errors!.Any(IsNotExecutable),
            IsTheirsAlone = (_, theirs) => theirs.Errors!.Any(IsNotExecutable),
        },
        new(
            "The arguments of a directive that is not defined have no types; graphql-js takes them for arguments of the "
            + "field that the directive stands at.",
            "{ echo(i: 1) @nowhere(i: \"x\") }",
            OracleSchema.Toy)
        {
            IsTheirsAlone = (error, theirs) => UnknownArgument().IsMatch(error.Message)
                && theirs.Errors!.Any(other => Contains(other, "Unknown directive")),
        },
        new(
            "Types that may have been meant come with those first that most others are of; the order of graphql-js is "
            + "not one, and hangs on how it sorts.",
            "{ owner { id } }",
            OracleSchema.Toy)
        {
            Reword = error => InlineFragmentTypes().Match(error.Message) is { Success: true } match
                ? error with { Message = error.Message[..match.Index] + SortedNames(match.Value) }
                : error,
        },
        new(
            "The specification of September 2025 says that includeDeprecated must not be null; in graphql-js "
            + "16 it may.",
            "{ __type(name: \"a\") { fields(includeDeprecated: null) { name } } }",
            OracleSchema.Toy)
        {
            IsOursAlone = (error, ours) => Contains(error, "type \"Boolean!\"")
                && ours.Printed!.Contains("includeDeprecated", StringComparison.Ordinal),
            IsTheirsAlone = (error, theirs) => Contains(error, "expecting type \"Boolean\"")
                && theirs.Printed!.Contains("includeDeprecated", StringComparison.Ordinal),
        },
        new(
            "Of a value at most a thousand characters are shown; graphql-js shows all.",
            $"{{ echo(i: \"{new string('x', 1_001)}\") }}",
            OracleSchema.Toy)
        {
            IsOursAlone = (error, _) => Contains(error, "..."),
            IsTheirsAlone = (error, _) => error.Message.Length > 1_000,
        },
        new(
            "For a name of more than a hundred letters none is suggested; graphql-js compares them all the same.",
            $"{{ {new string('a', 101)} }}",
            OracleSchema.ReadOnly)
        {
            IsOursAlone = (error, _) => error.Message.Length > 100,
            IsTheirsAlone = (error, _) => error.Message.Length > 200,
        },
    ];

    static bool EndsWith(JudgedError error, string text) => error.Message.EndsWith(text, StringComparison.Ordinal);

    static bool Contains(JudgedError error, string text) => error.Message.Contains(text, StringComparison.Ordinal);

    static bool IsNotExecutable(JudgedError error) => EndsWith(error, "definition is not executable.");

    /// <summary>The names, sorted; of five there may be more, of which each side takes others.</summary>
    static string SortedNames(string sentence)
    {
        var names = Name().Matches(sentence).Select(match => match.Value).Order(StringComparer.Ordinal).ToList();
        return names.Count == 5 ? "(five of them)" : string.Join(' ', names);
    }

    [GeneratedRegex(
        "expecting type \"(Json|Instant|Anything|DateTime|LocalDate|Long|URL|Markdown|PlainText)\"",
        RegexOptions.ExplicitCapture)]
    private static partial Regex CustomScalarExpected();

    [GeneratedRegex(
        "cannot represent|^Expected value of type|does not exist in|is not defined by type|used in position expecting|"
        + "of required type .* was not provided",
        RegexOptions.ExplicitCapture)]
    private static partial Regex UnknownArgument();

    [GeneratedRegex("(cannot represent .*: |, found )\"", RegexOptions.ExplicitCapture)]
    private static partial Regex IsOfString();

    [GeneratedRegex("to use an inline fragment on .*")]
    private static partial Regex InlineFragmentTypes();

    [GeneratedRegex("\"\\w+\"")]
    private static partial Regex Name();
}
