using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Tests.Products;

public sealed class MarkingBannerTests
{
    [Fact]
    public void Nothing_is_clear() =>
        Assert.Equal(new MarkingBanner(Tlp.Clear, null, "TLP:CLEAR"), MarkingBanner.Of([]));

    [Theory]
    [InlineData(Tlp.Clear, "TLP:CLEAR")]
    [InlineData(Tlp.Green, "TLP:GREEN")]
    [InlineData(Tlp.Amber, "TLP:AMBER")]
    [InlineData(Tlp.AmberStrict, "TLP:AMBER+STRICT")]
    [InlineData(Tlp.Red, "TLP:RED")]
    public void A_plain_TLP_is_the_whole_banner(object tlp, string text) =>
        Assert.Equal(new MarkingBanner((Tlp)tlp, null, text), MarkingBanner.Of([PortionMarking.Plain((Tlp)tlp)]));

    [Fact]
    public void The_narrowest_TLP_of_the_portions_counts() => Assert.Equal(
        "TLP:AMBER+STRICT",
        MarkingBanner.Of([Plain(Tlp.Green), Plain(Tlp.AmberStrict), Plain(Tlp.Amber), Plain(Tlp.Clear)]).Text);

    [Fact]
    public void Specified_stands_before_basic_and_each_group_is_alphabetical() => Assert.Equal(
        "CUI//SP-PCII/SP-SSI/INV/LEI",
        MarkingBanner.Of(
        [
            Plain(Tlp.Amber) with { CuiBasic = [CuiCategory.Lei], CuiSpecified = [CuiCategory.Ssi] },
            Plain(Tlp.Amber) with { CuiBasic = [CuiCategory.Inv], CuiSpecified = [CuiCategory.Pcii] },
        ]).Cui);

    [Fact]
    public void A_category_that_is_specified_somewhere_is_not_repeated_as_basic() => Assert.Equal(
        "CUI//SP-PRVCY/LEI",
        MarkingBanner.Of(
        [
            Plain(Tlp.Amber) with { CuiBasic = [CuiCategory.Prvcy, CuiCategory.Lei] },
            Plain(Tlp.Amber) with { CuiSpecified = [CuiCategory.Prvcy] },
        ]).Cui);

    [Fact]
    public void Controls_follow_the_categories_behind_two_slashes() => Assert.Equal(
        new MarkingBanner(Tlp.Amber, "CUI//SP-PCII/LEI//NOFORN", "TLP:AMBER//CUI//SP-PCII/LEI//NOFORN"),
        MarkingBanner.Of(
        [
            Plain(Tlp.Amber) with
            {
                CuiBasic = [CuiCategory.Lei],
                CuiSpecified = [CuiCategory.Pcii],
                DisseminationControls = [LimitedDisseminationControl.Noforn],
            },
        ]));

    [Fact]
    public void Controls_without_a_category_are_controlled_all_the_same() => Assert.Equal(
        "CUI//FED ONLY/NOCON",
        Controls(LimitedDisseminationControl.Nocon, LimitedDisseminationControl.FedOnly));

    [Fact]
    public void DL_ONLY_supersedes_the_other_controls() => Assert.Equal(
        "CUI//DL ONLY",
        Controls(
            LimitedDisseminationControl.Noforn,
            LimitedDisseminationControl.DlOnly,
            LimitedDisseminationControl.Fedcon));

    [Fact]
    public void NOFORN_takes_away_what_would_release_to_foreign_nationals() => Assert.Equal(
        "CUI//NOFORN",
        Controls(
            LimitedDisseminationControl.RelTo,
            LimitedDisseminationControl.Noforn,
            LimitedDisseminationControl.DisplayOnly,
            LimitedDisseminationControl.Relido));

    [Fact]
    public void REL_TO_names_the_countries_that_every_portion_names_and_the_United_States_first() => Assert.Equal(
        "CUI//REL TO USA, AUS, GBR",
        MarkingBanner.Of([Released("GBR", "USA", "AUS", "CAN"), Released("AUS", "GBR", "USA"), Plain(Tlp.Green)]).Cui);

    [Fact]
    public void REL_TO_countries_in_common_may_be_the_United_States_alone() => Assert.Equal(
        "CUI//REL TO USA",
        MarkingBanner.Of([Released("USA", "CAN"), Released("USA", "GBR")]).Cui);

    [Fact]
    public void Privileges_are_written_as_the_registry_writes_them() => Assert.Equal(
        "CUI//ATTORNEY-CLIENT/ATTORNEY-WP",
        Controls(LimitedDisseminationControl.AttorneyWp, LimitedDisseminationControl.AttorneyClient));

    [Fact]
    public void What_the_registry_has_no_banner_for_follows_once_each() => Assert.Equal(
        "TLP:GREEN//FOUO//LES//LES NOFORN",
        MarkingBanner.Of(
        [
            Plain(Tlp.Green) with { Sensitivities = [Sensitivity.Les], LegacyMarkings = [LegacyMarking.Fouo] },
            Plain(Tlp.Green) with { LegacyMarkings = [LegacyMarking.Les, LegacyMarking.NofornLes] },
        ]).Text);

    static string? Controls(params LimitedDisseminationControl[] controls) =>
        MarkingBanner.Of([Plain(Tlp.Amber) with { DisseminationControls = controls }]).Cui;

    static PortionMarking Released(params string[] countries) => Plain(Tlp.Green) with
    {
        DisseminationControls = [LimitedDisseminationControl.RelTo],
        ReleasableTo = countries,
    };

    static PortionMarking Plain(Tlp tlp) => PortionMarking.Plain(tlp);
}
