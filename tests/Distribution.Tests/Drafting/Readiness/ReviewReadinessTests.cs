using System.Collections.Immutable;
using GraphApi.Distribution.Drafting;
using GraphApi.Distribution.Drafting.Readiness;
using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Tests.Drafting.Readiness;

public sealed class ReviewReadinessTests
{
    static readonly PortionMarking Green = PortionMarking.Plain(Tlp.Green);

    [Fact]
    public void A_draft_that_breaks_no_rule_is_ready() => Assert.Empty(Check(
        Portion("A synthetic text."),
        Portion("A list.\n\n" + BehaviorStatement.Text, kind: PortionKind.IndicatorsAndWarnings),
        Portion("TLP:GREEN\nCUI//LEI", Green with { CuiBasic = [CuiCategory.Lei] })));

    [Fact]
    public void Problems_name_portion_and_place_and_repeat_nothing()
    {
        var problem = Assert.Single(Check(Portion("Fine."), Portion("Not (S//NF) fine.")));
        Assert.Equal(
            (DraftProblemCode.ClassifiedMarking, "k1", 1, 4, 7),
            (problem.Code, problem.PortionKey, problem.PortionIndex, problem.Start, problem.Length));
        Assert.DoesNotContain("S//NF", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Classified_markings_are_looked_for_in_sources_and_notes_as_well()
    {
        var cited = Source() with { Citation = "SECRET//NOFORN report" };
        Assert.Equal(
            [(DraftProblemCode.ClassifiedMarking, 0), (DraftProblemCode.ClassifiedMarking, null),
                (DraftProblemCode.ClassifiedMarking, null)],
            ReviewReadiness.CheckKept(new DraftInReadiness(
                    new DraftContent([Portion("Fine.", sources: [cited])], [cited]), "(TS) Note.", HasAudience: false))
                .Select(problem => (problem.Code, problem.PortionIndex)));
    }

    public static TheoryData<string> Contradictions => [.. Markings.Keys];

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void A_marking_that_contradicts_itself_is_refused(string message) => Assert.Equal(
        [(DraftProblemCode.MarkingInvalid, message)],
        Check(Portion("A synthetic text.", Markings[message])).Select(problem => (problem.Code, problem.Message)));

    [Theory]
    [InlineData("TLP:RED", true)]
    [InlineData("tlp:amber+strict", true)]
    [InlineData("TLP:WHITE", true)]
    [InlineData("TLP:AMBER and TLP:GREEN", false)]
    [InlineData("CUI//NOFORN//LEI", true)]
    [InlineData("CUI//SP-PCII", true)]
    [InlineData("CUI//LEI//NOFORN", false)]
    [InlineData("CUI//LEI", false)]
    [InlineData("CUI is controlled unclassified information", false)]
    public void A_typed_banner_is_its_portions_or_the_wholes(string text, bool isRefused)
    {
        var own = Green with { CuiBasic = [CuiCategory.Lei] };
        var other = PortionMarking.Plain(Tlp.Amber) with
        {
            DisseminationControls = [LimitedDisseminationControl.Noforn],
            DesignatedBy = "A synthetic agency",
        };
        var problems = Check(Portion(text, own), Portion("A synthetic text.", other)).ToList();
        Assert.Equal(isRefused ? [DraftProblemCode.BannerMismatch] : [], problems.Select(problem => problem.Code));
        Assert.All(problems, problem => Assert.Equal((0, text.Length), (problem.Start, problem.Length)));
    }

    [Fact]
    public void Every_source_is_rated_twice()
    {
        var half = Source() with { Credibility = null };
        var draft = new DraftContent([Portion("One."), Portion("Two.", sources: [Source(), half])], [half]);
        Assert.Equal(
            [(DraftProblemCode.SourceUnrated, 1), (DraftProblemCode.SourceUnrated, null)],
            ReviewReadiness.Check(new DraftInReadiness(draft, null, HasAudience: true))
                .Select(problem => (problem.Code, problem.PortionIndex)));
    }

    [Fact]
    public void Indicators_come_with_the_statement_for_all_who_read_them()
    {
        var indicators = Portion("A list.", Green, PortionKind.IndicatorsAndWarnings);
        var broken = BehaviorStatement.Text.Replace(". ", ".\n> ", StringComparison.Ordinal).ToUpperInvariant();
        Assert.Equal([DraftProblemCode.BehaviorStatementMissing], Check(indicators).Select(problem => problem.Code));
        Assert.Empty(Check(indicators, Portion($"> {broken}")));
        Assert.Empty(Check(indicators, Portion(BehaviorStatement.Text, PortionMarking.Plain(Tlp.Clear))));
        Assert.Equal(
            [DraftProblemCode.BehaviorStatementMissing],
            Check(indicators, Portion(BehaviorStatement.Text, PortionMarking.Plain(Tlp.Amber)))
                .Select(problem => problem.Code));
    }

    [Fact]
    public void Somebody_is_meant() => Assert.Equal(
        [DraftProblemCode.AudienceEmpty],
        ReviewReadiness.Check(new DraftInReadiness(new DraftContent([Portion("One.")], []), null, HasAudience: false))
            .Select(problem => problem.Code));

    static Dictionary<string, PortionMarking> Markings { get; } = new()
    {
        ["TLP:CLEAR is for anyone, and the other markings are not."] =
            PortionMarking.Plain(Tlp.Clear) with { CuiBasic = [CuiCategory.Lei] },
        ["Only the designating agency applies dissemination controls: name it."] =
            Green with { DisseminationControls = [LimitedDisseminationControl.Noforn] },
        ["DL ONLY supersedes the other dissemination controls: it stands alone."] = Controlled(
            LimitedDisseminationControl.DlOnly, LimitedDisseminationControl.FedOnly),
        ["NOFORN and a release to foreign countries contradict each other."] = Controlled(
            LimitedDisseminationControl.Noforn, LimitedDisseminationControl.Relido),
        ["REL TO and DISPLAY ONLY name the countries."] = Controlled(LimitedDisseminationControl.RelTo),
        ["Countries are named, but neither REL TO nor DISPLAY ONLY."] = Green with { ReleasableTo = ["CAN"] },
        ["A category is either CUI Basic or CUI Specified."] =
            Green with { CuiBasic = [CuiCategory.Lei], CuiSpecified = [CuiCategory.Lei] },
        ["PCII, SSI, CVI and SGI are CUI Specified alone: the law knows no other form of them."] =
            Green with { CuiBasic = [CuiCategory.Ssi] },
    };

    static PortionMarking Controlled(params LimitedDisseminationControl[] controls) =>
        Green with { DisseminationControls = controls, DesignatedBy = "A synthetic agency" };

    static IReadOnlyList<DraftProblem> Check(params DraftPortion[] portions) => ReviewReadiness.Check(
        new DraftInReadiness(
            new DraftContent([.. portions.Select((portion, i) => portion with { Key = $"k{i}" })], []),
            AnalystNotes: null,
            HasAudience: true));

    static SourceSpec Source() => new(
        "A synthetic report",
        "A synthetic agency",
        SourceKind.OpenSource,
        SourceReliability.UsuallyReliable,
        InformationCredibility.ProbablyTrue,
        ThirdAgencyConsent.NotNeeded);

    static DraftPortion Portion(
        string text,
        PortionMarking? marking = null,
        PortionKind kind = PortionKind.Body,
        ImmutableArray<SourceSpec>? sources = null) => new(
            "k",
            kind,
            text,
            marking ?? Green,
            IsTearline: false,
            ContainsUsPersonInformation: false,
            Likelihood: null,
            Confidence: null,
            sources ?? []);
}
