using GraphApi.Distribution.Access;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Import;

/// <summary>Reads the portions of a product line and what holds among them.</summary>
static class PortionFields
{
    const int MaxPortions = 200;
    const int MaxText = 100_000;
    const int MaxSources = 50;

    /// <summary>
    /// The portions: the title, the summary, then the others as they stand. Empty where title or summary is missing.
    /// </summary>
    public static IReadOnlyList<PortionSpec> Read(LineReader reader)
    {
        var portions = new List<PortionSpec>();
        var objects = reader.Objects("portions", MaxPortions);
        foreach (var portion in objects)
        {
            var kind = portion.Choice<PortionKind>("kind");
            var text = portion.Text("text", kind == PortionKind.Title ? 300 : MaxText, kind != PortionKind.Title);
            var likelihood = portion.OptionalChoice<Likelihood>("likelihood");
            var confidence = portion.OptionalChoice<AnalyticConfidence>("confidence");
            if (likelihood is not null && kind != PortionKind.KeyJudgment)
            {
                portion.Refuse("likelihood", "is for portions of the kind KEY_JUDGMENT");
            }

            portions.Add(new PortionSpec(
                kind, text, ReadMarking(portion), likelihood, confidence, ReadSources(portion)));
            portion.RefuseUnknown();
        }

        var title = portions.FindAll(portion => portion.Kind == PortionKind.Title);
        var summary = portions.FindAll(portion => portion.Kind == PortionKind.Summary);
        if (title.Count != 1 || summary.Count != 1)
        {
            reader.Refuse("portions", "is to have one portion of the kind TITLE and one of the kind SUMMARY");
            return [];
        }

        RefuseWiderThanTitle(objects, portions, title[0]);
        return [title[0], summary[0], .. portions.Where(portion => portion != title[0] && portion != summary[0])];
    }

    // A reader who may have a portion is shown the title above it, so a portion asks for all that the title asks for.
    static void RefuseWiderThanTitle(
        IReadOnlyList<LineReader> objects,
        List<PortionSpec> portions,
        PortionSpec title)
    {
        var required = MarkingRequirements.Of(title.Marking);
        for (var i = 0; i < portions.Count; i++)
        {
            if ((required & ~MarkingRequirements.Of(portions[i].Marking)) != Requirement.None)
            {
                objects[i].Refuse("marking", "lets in readers whom the title's marking keeps out");
            }
        }
    }

    static List<SourceSpec> ReadSources(LineReader portion)
    {
        var sources = new List<SourceSpec>();
        foreach (var source in portion.Objects("sources", MaxSources))
        {
            sources.Add(new SourceSpec(
                source.Text("citation", 1_000),
                source.Text("originator", 300),
                source.Choice<SourceKind>("kind"),
                source.OptionalChoice<SourceReliability>("reliability"),
                source.OptionalChoice<InformationCredibility>("credibility"),
                source.OptionalChoice<ThirdAgencyConsent>("thirdAgencyConsent") ?? ThirdAgencyConsent.NotNeeded));
            source.RefuseUnknown();
        }

        return sources;
    }

    static PortionMarking ReadMarking(LineReader portion)
    {
        var marking = portion.OptionalObject("marking");
        if (marking is null)
        {
            portion.Refuse("marking", "is missing: every portion is marked");
            return PortionMarking.Plain(Tlp.Red);
        }

        var controls = marking.Choices<LimitedDisseminationControl>("disseminationControls");
        var designatedBy = marking.OptionalText("designatedBy", 200);
        if (controls.Count > 0 && designatedBy is null)
        {
            marking.Refuse("designatedBy", "is missing: only a designating agency may limit dissemination");
        }

        var countries = marking.Texts("releasableTo", 50, 3);
        var needsCountries = controls.Contains(LimitedDisseminationControl.RelTo)
            || controls.Contains(LimitedDisseminationControl.DisplayOnly);
        if (needsCountries != countries.Count > 0)
        {
            marking.Refuse("releasableTo", "goes with REL_TO and DISPLAY_ONLY, and only with them");
        }

        var read = new PortionMarking(
            marking.Tlp("tlp"),
            [.. marking.Choices<CuiCategory>("cuiBasic")],
            [.. marking.Choices<CuiCategory>("cuiSpecified")],
            [.. controls],
            [.. marking.Choices<Sensitivity>("sensitivities")],
            [.. marking.Choices<LegacyMarking>("legacyMarkings")],
            [.. countries],
            marking.OptionalChoice<OriginatorControl>("originatorControl") ?? OriginatorControl.None,
            designatedBy,
            [.. marking.Choices<PrivilegeAction>("purposes")]);
        marking.RefuseUnknown();
        return read;
    }
}
