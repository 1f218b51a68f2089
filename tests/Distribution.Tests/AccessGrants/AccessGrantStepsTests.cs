using GraphApi.Distribution.AccessGrants;

namespace GraphApi.Distribution.Tests.AccessGrants;

public sealed class AccessGrantStepsTests
{
    /// <summary>Written by hand: a state a row, a step a column, in the order in which they are declared.</summary>
    [Fact]
    public void Each_step_leads_where_the_table_says_and_nowhere_else()
    {
        const string expected = """
                        Request    Approve    Decline    Withdraw   End
            Requested   -          Open       Declined   Withdrawn  -
            Open        -          -          -          -          Ended
            Declined    -          -          -          -          -
            Withdrawn   -          -          -          -          -
            Ended       -          -          -          -          -
            Expired     -          -          -          -          -
            """;

        var steps = Enum.GetValues<AccessGrantStep>();
        var lines = Enum.GetValues<AccessGrantState>().Select(from => Line(
            $"{from}", steps.Select(step => $"{AccessGrantSteps.After(from, step)}" is { Length: > 0 } to ? to : "-")));
        var actual = string.Join('\n', [Line("", steps.Select(step => $"{step}")), .. lines]);

        Assert.Equal(expected.ReplaceLineEndings("\n"), actual);
    }

    static string Line(string first, IEnumerable<string> others) =>
        (first.PadRight(12) + string.Concat(others.Select(text => text.PadRight(11)))).TrimEnd();
}
