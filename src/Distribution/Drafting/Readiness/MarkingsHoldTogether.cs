using GraphApi.Distribution.Products;
using static GraphApi.Distribution.Products.LimitedDisseminationControl;

namespace GraphApi.Distribution.Drafting.Readiness;

/// <summary>No marking contradicts itself or lacks what it needs, so that a banner can be made of them all.</summary>
/// <seealso href="https://www.archives.gov/cui/registry/limited-dissemination"/>
static class MarkingsHoldTogether
{
    static readonly CuiCategory[] SpecifiedOnly = [CuiCategory.Pcii, CuiCategory.Ssi, CuiCategory.Cvi, CuiCategory.Sgi];

    /// <summary>What breaks it.</summary>
    public static IEnumerable<DraftProblem> Check(DraftInReadiness draft) =>
        draft.Content.Portions.SelectMany((portion, i) =>
            ProblemsOf(portion.Marking).Select(message =>
                draft.ProblemOf(DraftProblemCode.MarkingInvalid, i, null, message)));

    static IEnumerable<string> ProblemsOf(PortionMarking marking)
    {
        var controls = marking.DisseminationControls;
        var names = controls.Any(control => control is RelTo or DisplayOnly);
        if (marking.Tlp == Tlp.Clear && IsControlled(marking))
        {
            yield return "TLP:CLEAR is for anyone, and the other markings are not.";
        }

        if (controls.Length > 0 && marking.DesignatedBy is null)
        {
            yield return "Only the designating agency applies dissemination controls: name it.";
        }

        if (controls.Contains(DlOnly) && controls.Length > 1)
        {
            yield return "DL ONLY supersedes the other dissemination controls: it stands alone.";
        }

        if (controls.Contains(Noforn) && controls.Any(control => control is RelTo or DisplayOnly or Relido))
        {
            yield return "NOFORN and a release to foreign countries contradict each other.";
        }

        if (names != marking.ReleasableTo.Length > 0)
        {
            yield return names
                ? "REL TO and DISPLAY ONLY name the countries."
                : "Countries are named, but neither REL TO nor DISPLAY ONLY.";
        }

        if (marking.CuiBasic.Intersect(marking.CuiSpecified).Any())
        {
            yield return "A category is either CUI Basic or CUI Specified.";
        }

        if (marking.CuiBasic.Intersect(SpecifiedOnly).Any())
        {
            yield return "PCII, SSI, CVI and SGI are CUI Specified alone: the law knows no other form of them.";
        }
    }

    static bool IsControlled(PortionMarking marking) =>
        marking.CuiBasic.Length > 0
        || marking.CuiSpecified.Length > 0
        || marking.DisseminationControls.Length > 0
        || marking.Sensitivities.Length > 0
        || marking.LegacyMarkings.Length > 0
        || marking.OriginatorControl != OriginatorControl.None;
}
