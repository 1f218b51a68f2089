using GraphApi.Distribution.Access;
using GraphApi.Distribution.Changes;
using ChangeKind = GraphApi.Distribution.Changes.ChangeKind;

namespace GraphApi.Distribution.Tests.Changes;

/// <summary>To whom changes and rights are the same, and to whom they are not.</summary>
public sealed class ConcernedRightsTests
{
    static readonly DateTime Noon = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);
    static readonly Guid Version = Guid.NewGuid();
    static readonly Guid One = Guid.NewGuid();
    static readonly Guid Two = Guid.NewGuid();

    static readonly ConcernedRight Right = new(
        One, Version, EntitlementKind.List, Noon, Noon.AddDays(1), Requires: 4, IsCurrent: true);

    public static TheoryData<string> Differences =>
        [.. typeof(ConcernedRight).GetProperties().Select(property => property.Name)
            .Except([nameof(ConcernedRight.AudienceId)])];

    [Fact]
    public void Audiences_with_equal_rights_are_alike()
    {
        var rights = Of(Right, Right with { AudienceId = Two });
        Assert.Equal(rights.To(In(One)), rights.To(In(Two)));
        Assert.Equal(rights.To(In(One)), rights.To(In(Two, One)));
        Assert.Equal([], rights.To(In(Guid.NewGuid())));
        Assert.Equal([], rights.To(Viewer.Nobody));
        Assert.True(rights.Concerns(One));
        Assert.False(rights.Concerns(Guid.NewGuid()));
    }

    [Theory]
    [MemberData(nameof(Differences))]
    public void Whatever_of_two_rights_differs_makes_two_of_them(string property)
    {
        object other = Right with { AudienceId = Two };
        var differing = typeof(ConcernedRight).GetProperty(property)!;
        differing.SetValue(other, differing.GetValue(other) switch
        {
            Guid => Guid.NewGuid(),
            EntitlementKind => EntitlementKind.Home,
            DateTime at => at.AddTicks(1),
            long bits => bits << 1,
            bool yes => !yes,
            var value => throw new InvalidOperationException($"{value} has no other value here."),
        });
        var rights = Of(Right, (ConcernedRight)other);
        Assert.NotEqual(rights.To(In(One)), rights.To(In(Two)));
        Assert.NotEqual(rights.To(In(One)), rights.To(In(One, Two)));
    }

    [Fact]
    public void Who_is_told_of_a_change_from_another_moment_on_is_another()
    {
        Change change = new()
        {
            Sequence = 7,
            Id = Guid.NewGuid(),
            Kind = ChangeKind.Revised,
            OccurredAt = Noon,
            Audiences =
            [
                new() { Sequence = 7, AudienceId = One, Requires = 0, Since = Noon, IsHome = false },
                new() { Sequence = 7, AudienceId = Two, Requires = 0, Since = Noon.AddTicks(1), IsHome = false },
            ],
        };
        var rights = ConcernedRights.Of(default, [change], []);
        Assert.NotEqual(rights.To(In(One)), rights.To(In(Two)));
    }

    [Fact]
    public void An_audience_that_only_drafts_are_for_is_like_no_other()
    {
        var rights = Of(Right, Right with { AudienceId = Two });
        Assert.NotEqual(rights.To(In(One)), rights.To(In(Two) with { DraftAudienceIds = [Two] }));
    }

    [Fact]
    public void What_is_read_again_is_the_same_where_nothing_has_changed_for_the_viewer()
    {
        var (before, now) = (Of(Right, Right with { AudienceId = Two }), Of(Right with { AudienceId = Two }, Right));
        Assert.True(now.IsSame(In(One, Two), before));
        var other = Of(Right with { IsCurrent = false }, Right with { AudienceId = Two });
        Assert.True(other.IsSame(In(Two), before));
        Assert.False(other.IsSame(In(One), before));
        Assert.False(Of(Right with { AudienceId = Two }).IsSame(In(One), before));
    }

    static ConcernedRights Of(params ConcernedRight[] rights) => ConcernedRights.Of(default, [], rights);

    static Viewer In(params Guid[] audiences) => Viewer.Nobody with { AudienceIds = audiences };
}
