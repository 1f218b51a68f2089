using GraphApi.Distribution.Partners;

namespace GraphApi.Distribution.Import;

/// <summary>Reads what an imported organization answered before it became a partner.</summary>
static class QuestionnaireFields
{
    const int MaxText = 10_000;

    /// <summary>Makes the row, given the organization and the time; null: the line has no questionnaire.</summary>
    public static Func<Guid, DateTime, PartnerQuestionnaire>? Read(LineReader line)
    {
        if (line.OptionalObject("questionnaire") is not { } reader)
        {
            return null;
        }

        var version = reader.Text("formVersion", 100);
        var wanted = reader.Text("informationWanted", MaxText, multiline: true);
        var offered = reader.Text("informationOffered", MaxText, multiline: true);
        var liaison = reader.Choice<LiaisonDesignation>("liaisonDesignated");
        var isTrained = reader.Flag("personnelTrained", @default: false);
        var training = reader.OptionalText("trainingDetail", MaxText, multiline: true);
        var policies = reader.OptionalText("protectionPolicies", MaxText, multiline: true);
        var protection = reader.OptionalText("protectionTraining", MaxText, multiline: true);
        var privacy = reader.OptionalText("privacyProtection", MaxText, multiline: true);
        var answeredAt = reader.Moment("answeredAt");
        reader.RefuseUnknown();
        return (organization, now) => new PartnerQuestionnaire
        {
            Id = Guid.NewGuid(),
            OrganizationId = organization,
            FormVersion = version,
            InformationWanted = wanted,
            InformationOffered = offered,
            LiaisonDesignated = liaison,
            PersonnelTrained = isTrained,
            TrainingDetail = training,
            ProtectionPolicies = policies,
            ProtectionTraining = protection,
            PrivacyProtection = privacy,
            AnsweredAt = answeredAt,
            CreatedAt = now,
            UpdatedAt = now,
        };
    }
}
