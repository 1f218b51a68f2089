using System.Diagnostics;
using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Access;

/// <summary>
/// What a marking requires of a reader: the one translation of handling rules into <see cref="Requirement"/>.
/// </summary>
static class MarkingRequirements
{
    /// <summary>The requirements of a portion's marking.</summary>
    public static Requirement Of(PortionMarking marking)
    {
        var required = Of(marking.Tlp);
        foreach (var category in marking.CuiBasic)
        {
            required |= Of(category, isSpecified: false);
        }

        foreach (var category in marking.CuiSpecified)
        {
            required |= Of(category, isSpecified: true);
        }

        foreach (var control in marking.DisseminationControls)
        {
            required |= Of(control);
        }

        foreach (var sensitivity in marking.Sensitivities)
        {
            required |= Of(sensitivity);
        }

        foreach (var legacy in marking.LegacyMarkings)
        {
            required |= Of(legacy);
        }

        return required;
    }

    /// <summary>
    /// The requirements of a TLP: its own bit and those of the wider ones, so that a ceiling is a set of bits.
    /// </summary>
    public static Requirement Of(Tlp tlp) => tlp switch
    {
        Tlp.Clear => Requirement.None,
        Tlp.Green => Requirement.TlpGreen,
        Tlp.Amber => Requirement.TlpGreen | Requirement.TlpAmber,
        Tlp.AmberStrict => Requirement.TlpGreen | Requirement.TlpAmber | Requirement.TlpAmberStrict,
        Tlp.Red => Requirement.AnyTlp,
        _ => throw new UnreachableException(),
    };

    // A specified category has handling of its own in law; the same category as CUI Basic has not, but where the
    // law knows only the specified form (PCII, SSI ...) the basic form is a mistake that must not open anything.
    static Requirement Of(CuiCategory category, bool isSpecified) => category switch
    {
        CuiCategory.Pcii => Requirement.Pcii,
        CuiCategory.Ssi => Requirement.Ssi,
        CuiCategory.Cvi => Requirement.Cvi,
        CuiCategory.Ceii => Requirement.Ceii,
        CuiCategory.Sgi => Requirement.Sgi,
        CuiCategory.Chri or CuiCategory.Inf or CuiCategory.Wit or CuiCategory.Trace or CuiCategory.Lscrn =>
            Requirement.LawEnforcement,
        CuiCategory.Lei or CuiCategory.Inv or CuiCategory.Juv when isSpecified => Requirement.LawEnforcement,
        CuiCategory.Propin => Requirement.Proprietary,
        _ => Requirement.None,
    };

    static Requirement Of(LimitedDisseminationControl control) => control switch
    {
        // REL TO and DISPLAY ONLY admit listed countries as well; until a country can be proven, only US persons pass.
        LimitedDisseminationControl.Noforn or LimitedDisseminationControl.RelTo or
            LimitedDisseminationControl.DisplayOnly => Requirement.UsPerson,
        LimitedDisseminationControl.FedOnly => Requirement.FederalEmployee,
        LimitedDisseminationControl.Fedcon => Requirement.FederalOrContractor,
        LimitedDisseminationControl.Nocon => Requirement.NotContractor,
        LimitedDisseminationControl.AttorneyClient or LimitedDisseminationControl.AttorneyWp =>
            Requirement.LegalPrivilege,
        // DL ONLY is a rule about audiences (EntitlementRules); RELIDO about who decides on a release.
        LimitedDisseminationControl.DlOnly or LimitedDisseminationControl.Relido => Requirement.None,
        _ => throw new UnreachableException(),
    };

    static Requirement Of(Sensitivity sensitivity) => sensitivity switch
    {
        Sensitivity.Les => Requirement.LawEnforcement,
        Sensitivity.Pcii => Requirement.Pcii,
        Sensitivity.Pr => Requirement.Proprietary,
        Sensitivity.Int or Sensitivity.Pii or Sensitivity.Tei => Requirement.None,
        _ => throw new UnreachableException(),
    };

    static Requirement Of(LegacyMarking marking) => marking switch
    {
        LegacyMarking.Les => Requirement.LawEnforcement,
        LegacyMarking.NofornLes => Requirement.LawEnforcement | Requirement.UsPerson,
        LegacyMarking.Ssi => Requirement.Ssi,
        LegacyMarking.Fouo or LegacyMarking.Sbu => Requirement.None,
        _ => throw new UnreachableException(),
    };
}
