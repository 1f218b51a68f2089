using GraphApi.Engine.Tests.Language;
using GraphApi.Engine.Validation;
using GraphApi.Engine.Validation.Fields;

namespace GraphApi.Engine.Tests.Validation.Fields;

/// <summary>How conflicts are told; whether there are any is a test of the rule.</summary>
public sealed class FieldConflictsTests() : RuleTest(context => new FieldSelectionMerging(context))
{
    const string Hint = "Use different aliases on the fields to fetch both if this was intentional.";

    [Fact]
    public void Each_pair_is_told() => Invalid(
        "{ dog { x: name x: nickname x: barkVolume } }",
        ($"Fields \"x\" conflict because \"name\" and \"nickname\" are different fields. {Hint}", [(1, 9), (1, 17)]),
        ($"Fields \"x\" conflict because \"name\" and \"barkVolume\" are different fields. {Hint}", [(1, 9), (1, 29)]),
        ($"Fields \"x\" conflict because \"nickname\" and \"barkVolume\" are different fields. {Hint}",
            [(1, 17), (1, 29)]));

    [Fact]
    public void All_that_conflicts_below_two_fields_is_one_error() => Invalid(
        "{ dog { x: name y: barkVolume } dog { x: nickname y: name } }",
        "Fields \"dog\" conflict because subfields \"x\" conflict because \"name\" and \"nickname\" are different fields "
            + $"and subfields \"y\" conflict because \"barkVolume\" and \"name\" are different fields. {Hint}",
        (1, 3),
        (1, 9),
        (1, 17),
        (1, 33),
        (1, 39),
        (1, 51));

    [Fact]
    public void Fragments_are_compared_with_each_other_and_once() => Invalid(
        "{ dog { ...A ...B } again: dog { ...B ...A } } fragment A on Dog { x: name } "
            + "fragment B on Dog { x: nickname }",
        $"Fields \"x\" conflict because \"name\" and \"nickname\" are different fields. {Hint}",
        (1, 68),
        (1, 98));

    [Fact]
    public void No_more_are_told_than_errors_may_be()
    {
        var fields = string.Concat(Enumerable.Range(0, 100).Select(i => $"x: field{i} "));
        Assert.Equal(
            Enumerable.Range(1, 99).Select(i =>
                $"Fields \"x\" conflict because \"field0\" and \"field{i}\" are different fields. {Hint}"),
            Errors($"{{ dog {{ {fields}}} }}").Take(99).Select(error => error.Message));
        Assert.Equal(100, Errors($"{{ dog {{ {fields}}} }}").Count);
    }

    [Fact]
    public void What_would_be_too_much_to_tell_is_told_in_short()
    {
        var first = string.Concat(Enumerable.Range(0, 30).Select(i => $"x: first{i} "));
        var second = string.Concat(Enumerable.Range(0, 30).Select(i => $"x: second{i} "));
        Assert.Equal(
            $"Fields \"x\" conflict because \"first0\" and \"first1\" are different fields. {Hint}",
            Assert.Single(Errors($"{{ dog {{ owner {{ {first}}} }} dog {{ owner {{ {second}}} }} }}")).Message);
    }

    [Fact]
    public void Telling_takes_no_more_work_than_finding_out_may()
    {
        // Forty levels, each with two fields that are the same but for the last: each level doubles the pairs.
        var levels = string.Concat(Enumerable.Repeat("relatives { ", 40));
        var ends = new string('}', 40);
        var below = string.Concat(Enumerable.Range(0, 12).Select(i => $"...F{i} "));
        var fragments = string.Concat(Enumerable.Range(0, 12)
            .Select(i => (Index: i, Field: i % 2 == 0 ? "name" : "__typename"))
            .Select(f => $" fragment F{f.Index} on Human {{ {levels} x{f.Index % 2}: name x: {f.Field} {ends} }}"));
        var errors = Errors($"{{ human {{ {below}}} }} {fragments}");

        Assert.InRange(errors.Count, 1, 100);
        Assert.All(errors, error => Assert.StartsWith("Fields \"", error.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ dog { x: name x: nickname ALL } }")]
    [InlineData("{ dog { x: name FIRST } dog { x: nickname SECOND } }")]
    [InlineData("{ dog { x: name ALL } dog { x: nickname ALL } dog { ALL } }")]
    public void Many_fragments_with_nothing_in_common_cost_no_more_than_telling_may(string operation)
    {
        var spreads = Enumerable.Range(0, 900).Select(i => $"...F{i} ").ToList();
        var fragments = Enumerable.Range(0, 900).Select(i => $" fragment F{i} on Dog {{ f{i}: name }}");
        var document = Tree.Parse(operation
            .Replace("ALL", string.Concat(spreads), StringComparison.Ordinal)
            .Replace("FIRST", string.Concat(spreads.Take(450)), StringComparison.Ordinal)
            .Replace("SECOND", string.Concat(spreads.Skip(450)), StringComparison.Ordinal)
            + string.Concat(fragments));
        var rule = new Rule("tested", null, context => new FieldSelectionMerging(context));
        var work = new EngineWork();
        var before = GC.GetAllocatedBytesForCurrentThread();

        var errors = Validator.Validate(Schema, document, [rule], Options, work);

        Assert.Single(errors);
        Assert.InRange(work.Validation, 1, Options.MaxFieldMergeComparisons + 20_000);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 12_000_000);
    }
}
