using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Tests.Products;

public sealed class VersionLifeTests
{
    [Fact]
    public void A_step_is_for_the_same_people_in_every_state_and_for_the_clock_in_some()
    {
        foreach (var ways in VersionLife.Transitions.GroupBy(transition => transition.Step))
        {
            var actors = ways.Select(way => way.Actors.Where(actor => actor != VersionActor.System).ToArray());
            Assert.All(actors, people => Assert.Equal(actors.First(), people));
        }
    }

    [Fact]
    public void Every_step_can_be_taken_somewhere_and_its_actors_are_known() =>
        Assert.All(Enum.GetValues<VersionStep>(), step => Assert.NotEmpty(VersionLife.ActorsOf(step)));

    [Fact]
    public void Every_state_but_those_of_records_is_reached_and_what_was_given_up_leads_nowhere()
    {
        VersionState[] kept = [VersionState.Archived, VersionState.Purged];
        Assert.Equal(
            Enum.GetValues<VersionState>().Except(kept),
            VersionLife.Transitions.Select(way => way.To).Distinct().Order());
        Assert.Equal(
            [VersionState.Recalled, VersionState.Cancelled, .. kept],
            Enum.GetValues<VersionState>()
                .Except(VersionLife.Transitions.Select(way => way.From).OfType<VersionState>()));
    }

    [Fact]
    public void Nothing_leads_out_to_readers_but_release()
    {
        VersionState[] before =
        [
            VersionState.Draft, VersionState.InReview, VersionState.ChangesRequested, VersionState.Approved,
            VersionState.Scheduled,
        ];
        Assert.Equal(
            [VersionStep.Publish, VersionStep.ReleaseInEmergency],
            VersionLife.Transitions
                .Where(way => way.To == VersionState.Published && way.From is { } from && before.Contains(from))
                .Select(way => way.Step).Distinct().Order());
    }
}
