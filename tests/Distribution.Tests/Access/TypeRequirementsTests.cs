using GraphApi.Distribution.Access;
using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Tests.Access;

public sealed class TypeRequirementsTests
{
    [Fact]
    public void The_bits_are_stored_and_so_keep_their_numbers() => Assert.Equal(
        [
            ("RfiResponse", 4294967296), ("SituationalAwarenessProduct", 8589934592), ("Bulletin", 17179869184),
            ("IntelligenceWarningBulletin", 34359738368), ("AdvisoryNotification", 68719476736),
            ("FormalReport", 137438953472), ("ThreatAssessment", 274877906944), ("RiskAssessment", 549755813888),
        ],
        Enum.GetValues<ProductType>().Select(type => ($"{type}", TypeRequirements.Of(type))));

    [Fact]
    public void They_are_apart_from_those_of_markings()
    {
        var markings = Enum.GetValues<Requirement>().Aggregate(0L, (bits, bit) => bits | (long)bit);
        Assert.Equal(0, markings & TypeRequirements.All);
        Assert.True(TypeRequirements.All > 0);
    }

    [Fact]
    public void Who_may_have_some_types_lacks_the_others_and_who_may_have_all_lacks_none()
    {
        Assert.Equal(0, TypeRequirements.LackedBy([]));
        var lacked = TypeRequirements.LackedBy([ProductType.Bulletin]);
        Assert.Equal(TypeRequirements.All & ~TypeRequirements.Of(ProductType.Bulletin), lacked);
        Assert.Equal(0L, Viewer.Anonymous(DateTime.UnixEpoch).Lacks & TypeRequirements.All);
    }
}
