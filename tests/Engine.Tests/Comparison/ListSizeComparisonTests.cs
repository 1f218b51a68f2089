using GraphApi.Engine.Comparison;
using GraphApi.Engine.TypeSystem;
using GraphApi.Engine.TypeSystem.Costs;

namespace GraphApi.Engine.Tests.Comparison;

/// <summary>What changes for clients where costs do.</summary>
public sealed class ListSizeComparisonTests
{
    const string Directives = CostDirectives.CostSdl + CostDirectives.ListSizeSdl;

    [Theory]
    [InlineData(
        "@cost(weight: \"10\")",
        "@cost(weight: \"5000\")",
        "Dangerous WeightRaised Query.all: Query.all weighed 10 and weighs 5000 now.")]
    [InlineData("@cost(weight: \"2.5\")", "", "Safe WeightLowered Query.all: Query.all weighed 2.5 and weighs 1 now.")]
    [InlineData("@cost(weight: \"1.0\")", "", "")]
    [InlineData(
        "@listSize(assumedSize: 10)",
        "@listSize(assumedSize: 500)",
        "Dangerous ListSizeRaised Query.all: The assumed size of Query.all was 10 and is 500 now.\n"
            + "Dangerous ListSizeRaised Query.all: The size without slicing argument of Query.all was 10 and is "
            + "500 now.")]
    [InlineData(
        "@listSize(assumedSize: 9, slicingArguments: [\"first\"], slicingArgumentDefaultValue: 5)",
        "@listSize(assumedSize: 9, slicingArguments: [\"first\"], slicingArgumentDefaultValue: 4)",
        "Safe ListSizeLowered Query.all: The size without slicing argument of Query.all was 5 and is 4 now.")]
    [InlineData(
        "@listSize(slicingArguments: [\"first\"], requireOneSlicingArgument: false)",
        "@listSize(slicingArguments: [\"first\"])",
        "Dangerous SlicingArgumentRequired Query.all: Query.all needs exactly one slicing argument now.")]
    [InlineData(
        "@listSize(slicingArguments: [\"first\"])",
        "@listSize(slicingArguments: [\"first\"], requireOneSlicingArgument: false)",
        "Safe SlicingArgumentNotRequired Query.all: Query.all needs no slicing argument any more.")]
    [InlineData(
        "@listSize(slicingArguments: [\"first\"], requireOneSlicingArgument: false)",
        "@listSize(slicingArguments: [\"last\", \"first\"], requireOneSlicingArgument: false)",
        "Dangerous ListSizeChanged Query.all: The slicing arguments of Query.all were [first] and are [first, last] "
            + "now.")]
    [InlineData(
        "",
        "@listSize(sizedFields: [\"ts\"])",
        "Dangerous ListSizeChanged Query.all: The sized fields of Query.all were [] and are [ts] now.")]
    public void Of_a_field(string previous, string current, string changes) => Assert.Equal(
        changes,
        Compare(
            $"type Query {{ all(first: Int, last: Int): [T] {previous} }} type T {{ ts: [T] }}" + Directives,
            $"type Query {{ all(first: Int, last: Int): [T] {current} }} type T {{ ts: [T] }}" + Directives));

    [Theory]
    [InlineData("type Query { q(a: Int#): Int }", "Query.q(a:)")]
    [InlineData("type Query { q(a: I): Int } input I { a: Int# }", "I.a")]
    [InlineData("type Query { q: T } type T# { a: Int }", "T")]
    [InlineData("type Query { q: S } scalar S#", "S")]
    [InlineData("type Query { q: E } enum E# { A }", "E")]
    public void Of_whatever_weighs(string sdl, string coordinate)
    {
        var light = sdl.Replace("#", " @cost(weight: \"3\")", StringComparison.Ordinal) + Directives;
        var heavy = sdl.Replace("#", " @cost(weight: \"4\")", StringComparison.Ordinal) + Directives;

        Assert.Equal(
            $"Dangerous WeightRaised {coordinate}: {coordinate} weighed 3 and weighs 4 now.", Compare(light, heavy));
        Assert.Equal(
            $"Safe WeightLowered {coordinate}: {coordinate} weighed 4 and weighs 3 now.", Compare(heavy, light));
    }

    [Fact]
    public void Costs_that_are_told_for_the_first_time_are_not_compared() => Assert.Equal(
        "Safe DirectiveAdded @cost: Directive @cost was added.",
        Compare(
            "type Query { a: Int }",
            "type Query { a: Int @cost(weight: \"7\") }" + CostDirectives.CostSdl));

    static string Compare(string previous, string current) => string.Join(
        '\n',
        SchemaComparison.Compare(Build(previous), Build(current))
            .Select(change => $"{change.Severity} {change.Kind} {change.Coordinate}: {change.Message}"));

    static Schema Build(string sdl) => new SchemaBuilder().AddSdl("test", sdl).AllowUnbound().Build();
}
