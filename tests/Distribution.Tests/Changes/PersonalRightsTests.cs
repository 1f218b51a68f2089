using System.Collections;
using System.Collections.Immutable;
using System.Net;
using System.Reflection;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.AccessGrants;
using GraphApi.Distribution.Changes;

namespace GraphApi.Distribution.Tests.Changes;

/// <summary>What viewers are compared by who are given the same, and who is taken for whom.</summary>
public sealed class PersonalRightsTests
{
    static readonly Guid Other = new("00000000-0000-4000-8000-00000000abcd");

    /// <summary>What is compared where it is relevant, and so not here.</summary>
    static readonly string[] ByAudience =
    [
        nameof(Viewer.AudienceIds), nameof(Viewer.FeedAudienceIds), nameof(Viewer.DraftAudienceIds),
        nameof(Viewer.RecallEmployerId),
    ];

    public static TheoryData<string> Settable =>
        [.. typeof(Viewer).GetProperties().Where(p => p.SetMethod is not null).Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Settable))]
    public void Viewers_who_differ_in_what_a_rule_may_ask_for_share_nothing(string name)
    {
        foreach (var exemplar in Exemplar.All)
        {
            var viewer = exemplar.Viewer;
            var other = Changed(viewer, name);
            var isEqual = KeyOf(viewer, To()) == KeyOf(other, To());
            Assert.True(
                isEqual == (PersonalRights.Person.Contains(name) || ByAudience.Contains(name)),
                $"{exemplar.Code}: {name}");
        }
    }

    [Fact]
    public void No_policy_asks_for_what_is_not_compared()
    {
        var asked = new List<string>();
        foreach (var (policy, exemplar, name) in
            from policy in Policies.All
            from exemplar in Exemplar.All
            from name in PersonalRights.Person.Concat(ByAudience)
            select (policy, exemplar, name))
        {
            // Who has none at all, and who has another one, are compared; which one it is, is not.
            if (typeof(Viewer).GetProperty(name)!.SetMethod is not null
                && policy.CanBeMetBy(exemplar.Viewer) != policy.CanBeMetBy(Changed(exemplar.Viewer, name)))
            {
                asked.Add($"{policy.Name}: {name} of {exemplar.Code}");
            }
        }

        Assert.Equal([], asked);
    }

    [Fact]
    public void Audiences_count_that_what_is_read_is_for()
    {
        var (list, other) = (Guid.NewGuid(), Guid.NewGuid());
        var both = Viewer.Anonymous(default) with { AudienceIds = [list, other] };
        var one = Viewer.Anonymous(default) with { AudienceIds = [list] };
        var (narrow, wide) = (To(list), To(list, other));
        Assert.Equal(KeyOf(one, narrow), KeyOf(both, narrow));
        Assert.NotEqual(KeyOf(one, wide), KeyOf(both, wide));
        Assert.Equal([list], PersonalRights.Without(both, To(list)).AudienceIds);
    }

    [Fact]
    public void People_of_an_organization_that_something_is_for_share_with_nobody_else()
    {
        var organization = Guid.NewGuid();
        var member = Viewer.Anonymous(default) with
        {
            PersonId = Guid.NewGuid(),
            OrganizationId = organization,
            AudienceIds = [organization],
        };
        var guest = member with { OrganizationId = Other };
        var relevant = To(organization);
        Assert.NotEqual(KeyOf(member, relevant), KeyOf(guest, relevant));
        Assert.Equal(organization, PersonalRights.Without(member, relevant).RecallEmployerId);
        Assert.Equal(Guid.Empty, PersonalRights.Without(guest, relevant).RecallEmployerId);
    }

    [Fact]
    public void Who_reads_for_several_is_nobody_in_person()
    {
        var viewer = Exemplar.All.Single(exemplar => exemplar.Code == "PU").Viewer;
        var nobody = PersonalRights.Without(viewer, To());
        Assert.Equal(
            (Guid.Empty, Guid.Empty, Guid.Empty, null, true, 0, 0),
            (nobody.PersonId, nobody.OrganizationId, nobody.RecallPersonId, nobody.ServiceClientId, nobody.IsPartner,
                nobody.AudienceIds.Length, nobody.ListIds.Length));
    }

    [Fact]
    public void Two_without_any_audience_are_two()
    {
        var (one, two) = (Guid.NewGuid(), Guid.NewGuid());
        var viewer = Viewer.Nobody with { AudienceIds = [] };
        Assert.Equal([one], PersonalRights.Of(viewer with { RecallPersonId = one }).Audiences);
        Assert.Equal([two], PersonalRights.Of(viewer with { RecallPersonId = two }).Audiences);
    }

    [Fact]
    public void Who_has_the_same_audiences_and_holds_less_is_another()
    {
        Guid[] audiences = [Guid.NewGuid()];
        var viewer = Viewer.Nobody with { AudienceIds = audiences, Holds = Requirement.AnyTlp };
        Assert.NotEqual(
            KeyOf(viewer, To()),
            KeyOf(viewer with { Holds = Requirement.None }, To()));
    }

    static string KeyOf(Viewer viewer, ConcernedRights concerned) =>
        PersonalRights.Of(viewer).KeyOf(viewer, concerned);

    /// <summary>Rights of some audiences, each to a version of its own.</summary>
    static ConcernedRights To(params Guid[] audiences) => ConcernedRights.Of(
        default, [], audiences.Select(audience => new ConcernedRight(
            audience, Guid.NewGuid(), EntitlementKind.List, default, null, Requires: 0, IsCurrent: true)));

    /// <summary>
    /// The viewer with another value of a property; where it has one that names something, another one.
    /// </summary>
    static Viewer Changed(Viewer viewer, string name)
    {
        var property = typeof(Viewer).GetProperty(name)!;
        var copy = viewer with { };
        var before = property.GetValue(viewer);
        var after = before switch
        {
            Guid => (object?)Other,
            string text => text + "x",
            bool on => !on,
            int number => number + 1,
            DateTime time => time.AddSeconds(1),
            AssuranceLevels levels => levels with { Identity = levels.Identity + 1 },
            IPAddress => IPAddress.IPv6Loopback,
            Guid[] ids => (Guid[])[.. ids, Other],
            Enum flags => Enum.ToObject(flags.GetType(), Convert.ToInt64(flags, null) ^ 1),
            IList => AddOne(property.PropertyType),
            null => property.PropertyType switch
            {
                // That there is one where there was none is compared: what is not is who it is.
                var type when type == typeof(Guid?) => null,
                var type when type == typeof(string) => "x",
                var type when type == typeof(DateTime?) => DateTime.MinValue,
                var type when type == typeof(int?) => 1,
                var type when type == typeof(IPAddress) => IPAddress.Loopback,
                var type => Enum.GetValues(Nullable.GetUnderlyingType(type)!).GetValue(0),
            },
            _ => throw new InvalidOperationException($"{name} has a type that nobody knows here."),
        };
        property.SetValue(copy, after);
        return copy;
    }

    static object AddOne(Type type)
    {
        var element = type.GetGenericArguments()[0];
        return element == typeof(ViewerGrant)
            ? ImmutableArray.Create(new ViewerGrant(Other, AccessGrantKind.Audit, Other, null, default, [], []))
            : element == typeof((PersonRole, Guid))
                ? ImmutableArray.Create((PersonRole.ListManager, Other))
                : typeof(PersonalRightsTests).GetMethod(nameof(Last), BindingFlags.Static | BindingFlags.NonPublic)!
                    .MakeGenericMethod(element).Invoke(null, null)!;
    }

    static ImmutableArray<T> Last<T>()
        where T : struct, Enum => [Enum.GetValues<T>()[^1]];
}
