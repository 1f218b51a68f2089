using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Recalls;

namespace GraphApi.Distribution.Tests.Recalls;

public sealed class RecallProgressTests
{
    [Fact]
    public void Counts_of_five_and_more_are_told_and_so_is_none() =>
        Assert.Equal(
            "100 60 7 0 5 | Notified 40, Destroyed 60 | Business 100/60",
            Write(Of(100, 60, 7, 0, 5, (40, 60), (100, 60)).WithoutFew()));

    [Fact]
    public void A_whole_of_few_is_not_told_at_all() =>
        Assert.Equal(
            "- - - - - | Notified -, Destroyed - | Business -/-",
            Write(Of(4, 0, 0, 0, 0, (4, 0), (4, 0)).WithoutFew()));

    [Fact]
    public void A_part_of_few_takes_all_parts_of_its_whole_with_it() =>
        Assert.Equal(
            "100 - 50 - - | Notified -, Destroyed - | Business 100/0",
            Write(Of(100, 3, 50, 3, 3, (97, 3), (100, 0)).WithoutFew()));

    [Fact]
    public void A_part_whose_rest_is_few_is_not_told() =>
        Assert.Equal(
            "100 - - 0 - | Notified -, Destroyed - | Business -/-",
            Write(Of(100, 97, 98, 0, 0, (3, 97), (100, 97)).WithoutFew()));

    [Fact]
    public void Who_can_sign_in_is_not_told_by_subtraction_from_those_who_are_not_done() =>
        Assert.Equal(
            "100 60 7 0 - | Notified 40, Destroyed 60 | Business 100/60",
            Write(Of(100, 60, 7, 0, 38, (40, 60), (100, 60)).WithoutFew()));

    [Fact]
    public void How_many_answered_late_is_not_told_by_subtraction_of_those_who_still_are() =>
        Assert.Equal(
            "100 - 40 - 0 | Notified -, Destroyed - | Business 100/60",
            Write(Of(100, 60, 40, 42, 0, (2, 98), (100, 60)).WithoutFew()));

    [Theory]
    [InlineData(20, 20, "20")]
    [InlineData(20, 18, "-")]
    [InlineData(20, 15, "20")]
    [InlineData(20, 0, "20")]
    public void Nor_by_the_state_that_they_are_in(int escalated, int still, string told)
    {
        var progress = Of(100, 50, 50, escalated, 0, (50, 50), (100, 50)) with
        {
            ByState =
            [
                new RecallStateCount(RecallResponseState.Acknowledged, 50 - still),
                new RecallStateCount(RecallResponseState.Escalated, still),
                new RecallStateCount(RecallResponseState.Destroyed, 50),
            ],
        };
        Assert.Equal(told, $"{progress.WithoutFew().Escalated?.ToString() ?? "-"}");
    }

    static RecallProgress Of(
        int recipients,
        int settled,
        int overdue,
        int escalated,
        int unreachable,
        (int Notified, int Destroyed) states,
        (int Recipients, int Settled) kind) => new(
            recipients,
            settled,
            overdue,
            escalated,
            unreachable,
            [
                new RecallStateCount(RecallResponseState.Notified, states.Notified),
                new RecallStateCount(RecallResponseState.Destroyed, states.Destroyed),
            ],
            [new RecallKindCount(StakeholderKind.Business, kind.Recipients, kind.Settled)]);

    static string Write(RecallProgress progress)
    {
        static string Of(int? count) => count is { } told ? $"{told}" : "-";
        return $"{Of(progress.Recipients)} {Of(progress.Settled)} {Of(progress.Overdue)} "
            + $"{Of(progress.Escalated)} {Of(progress.Unreachable)} | "
            + string.Join(", ", progress.ByState.Select(row => $"{row.State} {Of(row.Count)}")) + " | "
            + string.Join(
                ", ",
                progress.ByOrganizationKind.Select(row => $"{row.Kind} {Of(row.Recipients)}/{Of(row.Settled)}"));
    }
}
