using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Demonstration;

/// <summary>
/// How one generated product is marked. The release marking stands on what everybody in the audience may read
/// (title, summary, protective measures, reporting); the body marking on the rest, and it asks for all that the
/// release marking asks for.
/// </summary>
/// <param name="Release">The marking of title, summary and tearline.</param>
/// <param name="Body">The marking of the other portions.</param>
/// <param name="IsLawEnforcementOnly">Whether even the title is law enforcement sensitive.</param>
sealed record ProductHandling(PortionMarking Release, PortionMarking Body, bool IsLawEnforcementOnly)
{
    const string Designator = "Designating federal agency (synthetic)";

    /// <summary>Draws the handling of a product.</summary>
    /// <param name="tlp">Its narrowest TLP.</param>
    /// <param name="template">The sort of its first list.</param>
    /// <param name="isOld">Whether it is from before legacy markings went out of use.</param>
    /// <param name="random">The product's random numbers.</param>
    public static ProductHandling Draw(Tlp tlp, ListTemplate template, bool isOld, ref SeededRandom random)
    {
        var body = PortionMarking.Plain(tlp);
        var release = PortionMarking.Plain(tlp switch
        {
            Tlp.Amber when random.Chance(0.3) => Tlp.Green,
            Tlp.AmberStrict when random.Chance(0.25) => Tlp.Amber,
            _ => tlp,
        });
        if (isOld && tlp == Tlp.Green && random.Chance(0.12))
        {
            return new ProductHandling(
                release with { LegacyMarkings = [LegacyMarking.Fouo] },
                body with { LegacyMarkings = [LegacyMarking.Fouo] },
                IsLawEnforcementOnly: false);
        }

        if (template.LawEnforcement && tlp >= Tlp.Amber && random.Chance(0.55))
        {
            var isWhole = random.Chance(0.6);
            return new ProductHandling(isWhole ? Les(release) : release, Les(body), isWhole);
        }

        if (tlp == Tlp.AmberStrict && random.Chance(0.05))
        {
            return new ProductHandling(ListsOnly(release), ListsOnly(body), IsLawEnforcementOnly: false);
        }

        return new ProductHandling(release, body, IsLawEnforcementOnly: false);
    }

    /// <summary>The marking of a portion of a kind.</summary>
    /// <param name="kind">The portion's kind.</param>
    /// <param name="template">The sort of the product's first list.</param>
    /// <param name="random">The product's random numbers.</param>
    public PortionMarking Of(PortionKind kind, ListTemplate template, ref SeededRandom random)
    {
        if (kind is PortionKind.ProtectiveMeasures or PortionKind.ReportingInstructions or PortionKind.ChangeNotice)
        {
            return Release;
        }

        if (Body.Tlp is Tlp.Clear or Tlp.Green)
        {
            return Body;
        }

        if (kind == PortionKind.IdentifiedVulnerabilities && !template.LawEnforcement && random.Chance(0.5))
        {
            return Body with
            {
                CuiSpecified = [.. Body.CuiSpecified, CuiCategory.Pcii],
                Sensitivities = [.. Body.Sensitivities, Sensitivity.Pcii],
            };
        }

        return kind switch
        {
            PortionKind.SourceSummary when random.Chance(0.5) => Body with
            {
                CuiBasic = [.. Body.CuiBasic, CuiCategory.Intel],
                DisseminationControls = [.. Body.DisseminationControls, LimitedDisseminationControl.Noforn],
                DesignatedBy = Designator,
            },
            PortionKind.TrendsAndPatterns when !template.LawEnforcement && random.Chance(0.08) => Body with
            {
                CuiBasic = [.. Body.CuiBasic, CuiCategory.Propin],
                Sensitivities = [.. Body.Sensitivities, Sensitivity.Pr],
            },
            _ => Body,
        };
    }

    static PortionMarking Les(PortionMarking marking) => marking with
    {
        CuiBasic = [CuiCategory.Lei],
        Sensitivities = [Sensitivity.Les],
    };

    static PortionMarking ListsOnly(PortionMarking marking) => marking with
    {
        CuiBasic = [CuiCategory.Crit],
        DisseminationControls = [LimitedDisseminationControl.DlOnly],
        DesignatedBy = Designator,
    };
}
