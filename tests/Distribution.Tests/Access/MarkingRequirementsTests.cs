using GraphApi.Distribution.Access;
using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Tests.Access;

public sealed class MarkingRequirementsTests
{
    [Fact]
    public void Each_TLP_requires_what_the_wider_ones_require_and_its_own()
    {
        var all = Enum.GetValues<Tlp>();
        for (var i = 1; i < all.Length; i++)
        {
            var wider = MarkingRequirements.Of(all[i - 1]);
            var narrower = MarkingRequirements.Of(all[i]);
            Assert.Equal(wider, wider & narrower);
            Assert.NotEqual(wider, narrower);
        }
    }

    [Fact]
    public void A_clear_marking_requires_nothing() =>
        Assert.Equal(Requirement.None, MarkingRequirements.Of(PortionMarking.Plain(Tlp.Clear)));

    [Theory]
    [InlineData(CuiCategory.Pcii, Requirement.Pcii)]
    [InlineData(CuiCategory.Ssi, Requirement.Ssi)]
    [InlineData(CuiCategory.Cvi, Requirement.Cvi)]
    [InlineData(CuiCategory.Ceii, Requirement.Ceii)]
    [InlineData(CuiCategory.Sgi, Requirement.Sgi)]
    [InlineData(CuiCategory.Propin, Requirement.Proprietary)]
    [InlineData(CuiCategory.Chri, Requirement.LawEnforcement)]
    public void A_category_with_a_certification_requires_it_also_where_it_is_marked_basic_by_mistake(
        object category,
        object requirement)
    {
        var plain = PortionMarking.Plain(Tlp.Clear);
        Assert.Equal(
            (Requirement)requirement,
            MarkingRequirements.Of(plain with { CuiSpecified = [(CuiCategory)category] }));
        Assert.Equal(
            (Requirement)requirement,
            MarkingRequirements.Of(plain with { CuiBasic = [(CuiCategory)category] }));
    }

    [Theory]
    [InlineData(LimitedDisseminationControl.Noforn, Requirement.UsPerson)]
    [InlineData(LimitedDisseminationControl.RelTo, Requirement.UsPerson)]
    [InlineData(LimitedDisseminationControl.DisplayOnly, Requirement.UsPerson)]
    [InlineData(LimitedDisseminationControl.FedOnly, Requirement.FederalEmployee)]
    [InlineData(LimitedDisseminationControl.Fedcon, Requirement.FederalOrContractor)]
    [InlineData(LimitedDisseminationControl.Nocon, Requirement.NotContractor)]
    [InlineData(LimitedDisseminationControl.AttorneyClient, Requirement.LegalPrivilege)]
    [InlineData(LimitedDisseminationControl.AttorneyWp, Requirement.LegalPrivilege)]
    public void A_control_requires_its_predicate(object control, object requirement) => Assert.Equal(
        (Requirement)requirement,
        MarkingRequirements.Of(
            PortionMarking.Plain(Tlp.Clear) with { DisseminationControls = [(LimitedDisseminationControl)control] }));

    [Fact]
    public void Every_control_and_every_sensitivity_and_every_legacy_marking_is_decided_on()
    {
        var marking = PortionMarking.Plain(Tlp.Red) with
        {
            CuiBasic = Enum.GetValues<CuiCategory>(),
            CuiSpecified = Enum.GetValues<CuiCategory>(),
            DisseminationControls = Enum.GetValues<LimitedDisseminationControl>(),
            Sensitivities = Enum.GetValues<Sensitivity>(),
            LegacyMarkings = Enum.GetValues<LegacyMarking>(),
        };
        var all = Enum.GetValues<Requirement>().Aggregate(Requirement.None, (bits, bit) => bits | bit);
        Assert.Equal(all, MarkingRequirements.Of(marking));
    }

    [Fact]
    public void Requirements_of_one_marking_add_up() => Assert.Equal(
        Requirement.TlpGreen
            | Requirement.TlpAmber
            | Requirement.LawEnforcement
            | Requirement.UsPerson
            | Requirement.Pcii,
        MarkingRequirements.Of(PortionMarking.Plain(Tlp.Amber) with
        {
            CuiSpecified = [CuiCategory.Pcii],
            LegacyMarkings = [LegacyMarking.NofornLes],
        }));

    [Fact]
    public void The_bits_are_stored_and_so_keep_their_numbers() => Assert.Equal(
        [0, 1, 2, 4, 8, 15, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768],
        Enum.GetValues<Requirement>().Select(bit => (long)bit));
}
