using GraphApi.Distribution.Access;

namespace GraphApi.Distribution.Tests.Access;

public sealed class AccessKeyTests
{
    static readonly Guid Center = new("11111111-1111-4111-8111-111111111111");
    static readonly Guid OtherCenter = new("22222222-2222-4222-8222-222222222222");

    [Fact]
    public void Viewers_who_can_meet_the_same_policies_share_a_key_whoever_and_wherever_they_are() =>
        Assert.Equal(AccessKey.Of(AnalystOf(Center)), AccessKey.Of(AnalystOf(OtherCenter)));

    [Fact]
    public void A_policy_more_or_a_role_more_is_another_key()
    {
        var analyst = AnalystOf(Center);
        var keys = new[]
        {
            AccessKey.Of(Viewer.Anonymous(DateTime.UnixEpoch)),
            AccessKey.Of(analyst),
            AccessKey.Of(analyst with { OversightCenterIds = [Center] }),
            AccessKey.Of(analyst with { Roles = [.. analyst.Roles, (PersonRole.Sme, Center)] }),
        };
        Assert.Equal(keys.Length, keys.Distinct().Count());
    }

    [Fact]
    public void There_is_a_bit_for_every_policy_and_role()
    {
        Assert.True(Policies.All.Count <= 128);
        Assert.True(Enum.GetValues<PersonRole>().Length <= 64);
    }

    static Viewer AnalystOf(Guid center) => new()
    {
        Kind = PrincipalKind.Person,
        PersonId = Guid.NewGuid(),
        Roles = [(PersonRole.Analyst, center)],
        HomeCenterIds = [center],
        StaffCenterIds = [center],
        Now = DateTime.UnixEpoch,
    };
}
